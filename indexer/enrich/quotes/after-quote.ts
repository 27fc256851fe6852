import { isNoun } from './nouns.ts';
import { inverted } from './inverted.ts';
import { canSpeak, isPerson, nameIn, pronounOf } from './subject.ts';
import type { Cue } from './cue.ts';
import { POSSESSIVE, type Piece } from './piece.ts';
import { endsWithComma } from './opening.ts';
import { subjectBefore } from './subjects.ts';
import { textBefore } from './texts.ts';
import {
  isAdverb,
  isBe,
  isConjunction,
  isFunctionWord,
  isMark,
  isNegation,
  isPreposition,
  isTime,
  isWord,
} from './word-classes.ts';

/** How far after a quote its verb may stand: `"…," Kerry, the envoy who had just arrived from Geneva, said`. */
const LONGEST_TAG = 30;

/** Who says the quote at `at`: `"…," Kerry said`, `"…," said Kerry`. */
export function afterQuote(pieces: readonly Piece[], at: number): Cue | undefined {
  const any = anyVerb(pieces, at);
  if (any) return any;
  if (isMark(pieces[at + 1], ',')) return nickname(pieces, at + 2) ?? tag(pieces, at + 2);
  const next = pieces[at + 1];
  const said = next?.verb?.says && (next.verb.past || next.text === 'says');
  if (!isOpen(pieces[at]!) && !said && !isShortTag(pieces, at + 1)) return undefined;
  const cue = nickname(pieces, at + 1) ?? tag(pieces, at + 1);
  // In `Kerry fears "able people" concluded it` the verb has the quote as its subject, in `"…" says a sign` not.
  const isSubject =
    said &&
    cue?.who === 'unnamed' &&
    !isOpen(pieces[at]!) &&
    !isWord(pieces[at + 2], 'a', 'an', 'one', 'another', 'the');
  return isSubject ? undefined : cue;
}

/** `"…" she said.`, without a comma; in `the "road" she said was closed` and `the "road" she described` the quote is the object. */
const isShortTag = (pieces: readonly Piece[], at: number): boolean =>
  (pronounOf(pieces[at]) !== undefined ||
    (isPerson(pieces[at]) && (at === 1 || pieces[at - 2]?.kind === 'mark'))) &&
  isSaying(pieces, at + 1) &&
  (!pieces[at + 2] ||
    isMark(pieces[at + 2], '.,:') ||
    isPreposition(pieces[at + 2]) ||
    isTime(pieces[at + 2]));

/** Does a quote end as one does that its sentence goes on after? */
export const isOpen = ({ kind, text }: Piece) => kind === 'quote' && ',?!…—–-'.includes(text);

export const isSaying = (pieces: readonly Piece[], at: number) =>
  pieces[at]?.verb?.says === true && !isNoun(pieces, at);

/** `"…," Kerry deadpanned`, `"…," cooed Kerry`: after words with which a sentence begins, any verb beside somebody is one of speech. */
function anyVerb(pieces: readonly Piece[], at: number): Cue | undefined {
  if (at > 0 || pieces[at]!.text !== ',') return undefined;
  const [first, second, third] = pieces.slice(at + 1);
  const by = 'verb after quote';
  if (isFinite(first) && isPerson(second) && !isMark(third, POSSESSIVE)) return { who: { name: second }, by };
  if (!isFinite(second) || isMark(third, POSSESSIVE)) return undefined;
  const pronoun = pronounOf(first);
  if (pronoun) return { who: { pronoun }, by };
  return isPerson(first) ? { who: { name: first }, by } : undefined;
}

/** `deadpanned`; `coos` could be a noun as well. */
const isFinite = (piece: Piece | undefined): boolean =>
  isWord(piece) && !piece.capital && !isFunctionWord(piece) && /[^e]ed$/u.test(piece.text);

/** `"The Road," as Kerry calls it`, `"…," as Kerry of the Road Agency observes`. */
function nickname(pieces: readonly Piece[], from: number): Cue | undefined {
  if (!isWord(pieces[from], 'as') || !canSpeak(pieces[from + 1])) return undefined;
  const verb = pieces.findIndex((piece, i) => i > from + 1 && i <= from + LONGEST_NAME && piece.verb);
  const who = verb < 0 ? undefined : subjectBefore(pieces.slice(from + 1), verb - from - 1);
  return who && nameIn(who) === pieces[from + 1] ? { who, by: 'verb after quote' } : undefined;
}

/** `Kevin Drum of Mother Jones observes`: from `as` to the verb. */
const LONGEST_NAME = 5;

/** `Kerry, the envoy, said` or `said Kerry` from `from` on; a memo saying something says something else. */
function tag(pieces: readonly Piece[], from: number): Cue | undefined {
  const first = pieces[from];
  if (isConjunction(first) || isPreposition(first) || isNegation(first)) return undefined;
  const verb = pieces.findIndex(
    (_, i) => i >= from && i < from + LONGEST_TAG && isSaying(pieces, i) && !isQuotedAs(pieces, i),
  );
  if (verb < 0 || (pieces[verb]!.verb!.ing && textBefore(pieces, verb) >= from)) return undefined;
  const between = pieces.slice(from, verb);
  if (between.some((piece) => piece.kind === 'quote' || isMark(piece, '.!?…:;'))) return undefined;
  const who = between.every(isAdverb)
    ? inverted(pieces, verb)
    : subjectBefore(pieces.slice(from), verb - from);
  return who && { who, by: 'verb after quote' };
}

/** `Kerry is reported as saying`: the verb comes after it. */
const isQuotedAs = (pieces: readonly Piece[], at: number): boolean =>
  isBe(pieces[at - 1]) && isWord(pieces[at + 1], 'as');

/** `The plan is "weak" in parts, Kerry said`: the sentence ends with who says it. */
export function atEnd(pieces: readonly Piece[], at: number): Cue | undefined {
  for (let comma = pieces.length - 1; comma > at; comma--) {
    const cue = endsWithComma(pieces[comma]!) ? tag(pieces, comma + 1) : undefined;
    if (cue) return cue;
  }
  return undefined;
}
