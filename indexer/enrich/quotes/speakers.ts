import type { Passage } from './passages.ts';
import type { NamePiece, Piece } from './piece.ts';
import { atEnd, isSaying } from './after-quote.ts';
import { announcedBy, cueOf } from './cues.ts';
import type { Agreement } from './genders.ts';
import type { Sentence } from './sentences.ts';
import { isPerson, nameIn, type Subject } from './noun-phrase.ts';
import { isInPhrase } from './own-name.ts';
import { openingSubject } from './opening.ts';
import { spokenSubject } from './subjects.ts';
import { isMark, isWord } from './word-classes.ts';

/** The name that makes somebody the speaker of a quote. */
export type Speaker = NamePiece;

/** Whose words a stretch of text is, and the rule that says so. */
export interface Attribution extends Pick<Passage, 'start' | 'end'> {
  speaker?: Speaker | undefined;
  by: string;
}

/** Somebody who spoke or acted on a line of the text; without a name, somebody whom the text doesn't name. */
export interface Voice {
  speaker?: Speaker | undefined;
  line: number;
  /** By a quote, or by announcing one. */
  quoted: boolean;
  /** By a report of what was said, without a quote: `Kerry said he would stay`. */
  reported?: boolean;
}

/** A pronoun means nobody who was last heard so many lines before. */
const MOST_LINES = 2;

/** The canonical name of a speaker. */
export function nameOf({ mention: { means } }: Speaker): string {
  if ('unlisted' in means) return means.unlisted.name;
  return 'entity' in means ? means.entity.name : means.place.name;
}

/**
 * Every quoted passage of the sentences, in order, with its speaker where that is sure; and for each
 * sentence who is heard last up to its end.
 */
export function attribute(
  sentences: readonly Sentence[],
  agrees: Agreement,
): { found: Attribution[]; voices: (Voice | undefined)[] } {
  const found: Attribution[] = [];
  const voices: (Voice | undefined)[] = [];
  for (const sentence of sentences) {
    const heard = voices.at(-1);
    const last = heard && sentence.line - heard.line <= MOST_LINES ? heard : undefined;
    const own = attributionsIn(sentence, last, agrees);
    found.push(...own);
    voices.push(voiceOf(sentence, own, last, agrees));
  }
  return { found, voices };
}

function attributionsIn(sentence: Sentence, last: Voice | undefined, agrees: Agreement): Attribution[] {
  return sentence.pieces.flatMap((piece, at) => {
    if (!piece.passage) return [];
    const { start, end } = piece.passage;
    const cue = cueOf(sentence.pieces, at);
    if (cue) return { start, end, speaker: resolve(cue.who, last, agrees), by: cue.by };
    const speaker = goesOn(sentence, at, last) ? last?.speaker : undefined;
    return { start, end, speaker, by: speaker ? 'same speaker' : '' };
  });
}

/** Does a quote that nobody is said to speak go on with the one before it? */
function goesOn({ pieces, line }: Sentence, at: number, last: Voice | undefined): boolean {
  if (at > 0 || !(last?.quoted || last?.reported) || last.line < line - 1) return false;
  if (last.quoted && last.line === line) return true;
  return pieces.every(({ kind }) => kind === 'quote' || kind === 'mark');
}

/** Who is heard or seen in a sentence; the one before if nobody is. */
function voiceOf(
  { line, pieces }: Sentence,
  own: readonly Attribution[],
  last: Voice | undefined,
  agrees: Agreement,
): Voice | undefined {
  const said = own.findLast(({ by }) => by !== '');
  if (said) return { speaker: said.speaker, line, quoted: true };
  const announced = announcedBy(pieces);
  if (announced) return { speaker: resolve(announced.who, last, agrees), line, quoted: true };
  const who = subjectOfAll(pieces);
  if ((!who || who === 'unnamed') && isWord(pieces[0], 'a', 'an', 'another')) return { line, quoted: false };
  const speaker = (who && resolve(who, last, agrees)) ?? onlyPerson(pieces);
  if (!isPerson(speaker)) return last && { ...last, quoted: false, reported: false };
  return { speaker, line, quoted: false, reported: spokenSubject(pieces) !== undefined && says(pieces) };
}

const says = (pieces: readonly Piece[]): boolean => pieces.some((_, at) => isSaying(pieces, at));

/** The only person of a sentence, as in `It was here that Kerry learned to drive`; not in `a song of Kerry's`. */
function onlyPerson(pieces: readonly Piece[]): Speaker | undefined {
  const people = pieces.flatMap((piece, at) => (isPerson(piece) ? { piece, at } : []));
  const acts = people.find(
    ({ at }) => isWord(pieces[at + 1]) && !isMark(pieces[at - 1], '(') && !isInPhrase(pieces, at),
  );
  return new Set(people.map(({ piece }) => nameOf(piece))).size === 1 ? acts?.piece : undefined;
}

/** Whom a sentence is about; a pronoun in it may mean the name it begins with. */
function subjectOfAll(pieces: readonly Piece[]): Subject | undefined {
  const tagged = atEnd(pieces, 0)?.who;
  if (nameIn(tagged)) return tagged;
  const [spoken, opening] = [spokenSubject(pieces), openingSubject(pieces)];
  if (spoken === undefined || spoken === 'unnamed' || !('pronoun' in spoken)) return spoken ?? opening;
  const name = nameIn(opening);
  return name ? { ...spoken, near: [name] } : spoken;
}

/** The name that a subject means: for a pronoun one nearby, else the last who spoke or acted, if the gender fits. */
function resolve(who: Subject, last: Voice | undefined, agrees: Agreement): Speaker | undefined {
  if (who === 'unnamed') return undefined;
  if ('name' in who) return who.name;
  return [...(who.near ?? []), last?.speaker].find(
    (name) => isPerson(name) && agrees(nameOf(name), who.pronoun),
  );
}
