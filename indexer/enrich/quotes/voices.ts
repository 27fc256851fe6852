import { nameOf } from '../mention.ts';
import { atEnd, isSaying } from './after-quote.ts';
import type { Agreement } from './genders.ts';
import { isPerson, nameIn, type Subject } from './noun-phrase.ts';
import { openingSubject } from './opening.ts';
import { isInPhrase } from './own-name.ts';
import type { NamePiece, Piece } from './piece.ts';
import type { Sentence } from './sentences.ts';
import { spokenSubject } from './subjects.ts';
import { isMark, isWord } from './word-classes.ts';

/** The name that makes somebody the speaker of a quote. */
export type Speaker = NamePiece;

/** Somebody who spoke or acted on a line of the text; without a name, somebody whom the text doesn't name. */
export interface Voice {
  speaker?: Speaker | undefined;
  line: number;
  /** By a quote, or by announcing one. */
  quoted: boolean;
  /** By a report of what was said, without a quote: `Kerry said he would stay`. */
  reported?: boolean;
}

/** Who is heard or seen in a sentence that quotes nobody; the one before if nobody is. */
export function voiceWithoutQuote(
  { line, pieces }: Sentence,
  last: Voice | undefined,
  agrees: Agreement,
): Voice | undefined {
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
  return new Set(people.map(({ piece }) => nameOf(piece.mention.means))).size === 1 ? acts?.piece : undefined;
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
export function resolve(who: Subject, last: Voice | undefined, agrees: Agreement): Speaker | undefined {
  if (who === 'unnamed') return undefined;
  if ('name' in who) return who.name;
  return [...(who.near ?? []), last?.speaker].find(
    (name) => isPerson(name) && agrees(nameOf(name.mention.means), who.pronoun),
  );
}
