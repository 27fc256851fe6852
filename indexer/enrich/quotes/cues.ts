import { POSSESSIVE, type Piece } from './pieces.ts';
import { isSpeech, speechForm } from './speech-verbs.ts';
import { canSpeak, isNoun, openingSubject, subjectBefore, subjectFrom, type Subject } from './subjects.ts';

/** Who is said to speak, and by which rule that is known. */
export interface Cue {
  who: Subject;
  by: string;
}

/** Who says the quote at `at` of a sentence, as that sentence says it. */
export function cueOf(pieces: readonly Piece[], at: number, quoted: string): Cue | undefined {
  return (
    after(pieces, at, quoted) ??
    colon(pieces, at) ??
    before(pieces, at) ??
    accordingTo(pieces) ??
    lead(pieces, at) ??
    atEnd(pieces, at)
  );
}

const isMark = (piece: Piece | undefined, marks: string) =>
  piece?.kind === 'mark' && marks.includes(piece.text);
const isWord = (piece: Piece | undefined, word: string) => piece?.kind === 'word' && piece.text === word;

/** `"…," Kerry said`, `"…," said Kerry`: right after the quote. */
function after(pieces: readonly Piece[], at: number, quoted: string): Cue | undefined {
  const next = isMark(pieces[at + 1], ',') ? at + 2 : at + 1;
  if (
    next === at + 1 &&
    !/[,?!…—–-][”"’']?$/u.test(quoted.trim()) &&
    !(pieces[next]?.kind === 'word' && isSpeech(pieces[next]!.text))
  )
    return undefined;
  return tag(pieces, next);
}

/** `Kerry, the envoy, said` or `said Kerry` from `from` on. */
function tag(pieces: readonly Piece[], from: number): Cue | undefined {
  const verb = pieces.findIndex(
    (piece, i) =>
      i >= from && i < from + 30 && piece.kind === 'word' && isSpeech(piece.text) && !isNoun(pieces, i),
  );
  if (verb < 0 || pieces.slice(from, verb).some((piece) => piece.kind === 'quote' || isMark(piece, '.!?…:;')))
    return undefined;
  const between = pieces
    .slice(from, verb)
    .filter(({ text }) => !/ly$|^(?:has|have|had|also|then|later)$/u.test(text));
  const { ing } = speechForm(pieces[verb]!.text)!;
  if (between.length === 0)
    return ing ? undefined : { who: subjectFrom(pieces, verb + 1) ?? 'unnamed', by: 'verb after quote' };
  const who = subjectBefore(pieces.slice(from), verb - from);
  return who && !ing ? { who, by: 'verb after quote' } : undefined;
}

/** `according to Kerry`, before or after. */
function accordingTo(pieces: readonly Piece[]): Cue | undefined {
  const at = pieces.findIndex((piece, i) => isWord(piece, 'according') && isWord(pieces[i + 1], 'to'));
  return at < 0 ? undefined : { who: subjectFrom(pieces, at + 2) ?? 'unnamed', by: 'according to' };
}

/** `Kerry: "…"`. */
function colon(pieces: readonly Piece[], at: number): Cue | undefined {
  if (!isMark(pieces[at - 1], ':')) return undefined;
  const name = pieces[at - 2];
  if (!canSpeak(name)) return undefined;
  const first = pieces[at - 3];
  return !first || isMark(first, '-–—,') ? { who: { name }, by: 'colon' } : undefined;
}

/** `Kerry had a message for them: "…"`. */
function lead(pieces: readonly Piece[], at: number): Cue | undefined {
  const who = isMark(pieces[at - 1], ':') ? openingSubject(pieces.slice(0, at)) : undefined;
  return who && { who, by: 'colon' };
}

/** In `"…," Kerry said in "The Show"`, the second is no speech, but in `"…," Kerry said, "…"` it is. */
function isPastTag(pieces: readonly Piece[], verb: number, at: number): boolean {
  const tagged = pieces.slice(0, verb).some(({ kind }) => kind === 'quote');
  return (
    tagged &&
    verb < at - 1 &&
    !isMark(pieces[at - 1], ',:') &&
    !pieces.slice(verb, at).some((piece) => isWord(piece, 'that') || isWord(piece, 'and'))
  );
}

/** `Kerry said that "…"`: the nearest speech verb before the quote. */
export function before(pieces: readonly Piece[], at: number): Cue | undefined {
  for (let verb = at - 1; verb >= 0; verb--) {
    const form = pieces[verb]!.kind === 'word' ? speechForm(pieces[verb]!.text) : undefined;
    if (!form) continue;
    if (isNoun(pieces, verb)) {
      const owner = ownerOf(pieces, verb);
      if (owner && (verb === at - 1 || isWord(pieces[verb + 1], 'that') || isMark(pieces[verb + 1], ':,')))
        return { who: owner, by: 'noun' };
      continue;
    }
    if (isPastTag(pieces, verb, at)) continue;
    if (form.ing && isOpening(pieces, verb))
      return { who: subjectAfterComma(pieces, at) ?? 'unnamed', by: 'verb before quote' };
    const who = subjectBefore(pieces, verb) ?? (form.says && !form.ing ? inverted(pieces, verb) : undefined);
    if (who) return { who, by: 'verb before quote' };
  }
  return undefined;
}

const inverted = (pieces: readonly Piece[], verb: number) =>
  pieces[verb - 1]?.kind === 'quote' ? (subjectFrom(pieces, verb + 1) ?? 'unnamed') : undefined;

/** `Calling it "absurd", Kerry left`. */
const isOpening = (pieces: readonly Piece[], verb: number) =>
  pieces
    .slice(0, verb)
    .every(({ kind, text }) => kind === 'word' && /^(?:by|in|after|while|but|and|when)$|ly$/u.test(text));

function subjectAfterComma(pieces: readonly Piece[], at: number): Subject | undefined {
  const comma = pieces.findIndex((piece, i) => i > at && isMark(piece, ','));
  return comma < 0 ? subjectFrom(pieces, at + 1) : subjectFrom(pieces, comma + 1);
}

/** `Trump's claim that "…"`. */
function ownerOf(pieces: readonly Piece[], noun: number): Subject | undefined {
  for (const at of [noun - 1, noun - 2]) {
    const owner = pieces[at - 1];
    if (isMark(pieces[at], POSSESSIVE) && canSpeak(owner)) return { name: owner };
    if (isWord(pieces[at], 'his')) return { pronoun: 'm' };
    if (isWord(pieces[at], 'her')) return { pronoun: 'f' };
  }
  return undefined;
}

/** `The plan is "weak" in parts, Kerry said`: the sentence ends with who says it. */
function atEnd(pieces: readonly Piece[], at: number): Cue | undefined {
  for (let comma = pieces.length - 1; comma > at; comma--) {
    if (!isMark(pieces[comma], ',')) continue;
    const cue = tag(pieces, comma + 1);
    if (cue) return cue;
  }
  return undefined;
}
