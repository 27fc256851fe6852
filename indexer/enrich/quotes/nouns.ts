import { canSpeak, type Subject } from './noun-phrase.ts';
import { POSSESSIVE, type Piece } from './pieces.ts';
import { isDeterminer, isMark, isPreposition, isWord } from './word-classes.ts';

/** Is a word such as `claim` or `calls` a noun here? */
export function isNoun(pieces: readonly Piece[], at: number): boolean {
  const { text, verb } = pieces[at]!;
  if (!verb || verb.past || verb.ing || text === 'says') return false;
  const before = [pieces[at - 1], pieces[at - 2]];
  if (verb.base && before[0]?.kind === 'name') return true;
  if (isPreposition(before[0]) && before[0]?.text !== 'to') return true;
  return before.some((piece) => isMark(piece, POSSESSIVE) || isDeterminer(piece));
}

/** `Trump's claim that "…"`: who makes the claim. */
export function ownerOf(pieces: readonly Piece[], noun: number): Subject | undefined {
  for (const at of [noun - 1, noun - 2]) {
    const owner = pieces[at - 1];
    if (isMark(pieces[at], POSSESSIVE) && canSpeak(owner)) return { name: owner };
    if (isWord(pieces[at], 'his')) return { pronoun: 'm' };
    if (isWord(pieces[at], 'her')) return { pronoun: 'f' };
  }
  return undefined;
}
