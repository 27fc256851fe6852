import { canSpeak, type Subject } from './subject.ts';
import { POSSESSIVE, type Piece } from './piece.ts';
import { isDeterminer, isFunctionWord, isMark, isPreposition, isWord } from './word-classes.ts';

/** What people say or write, in the singular. Some are verbs as well. */
const NOUNS = new Set(
  (
    'claim report call comment remark statement answer reply response demand estimate note post promise pledge vow quote tweet charge attack challenge question ' +
    'appeal boast joke quip plea request hope fear doubt view guess shout cry scream warning argument assertion suggestion description speech message letter ' +
    'insistence declaration accusation allegation criticism contention admission announcement explanation complaint apology memo email essay article op-ed verdict ' +
    'advice praise blame label brand term rate signal attack welcome line motto mantra dictum maxim slogan catchphrase tagline'
  ).split(' '),
);

/** No nouns, so that a name before them is one of many people: `the Tories say`. */
const VERBS_ONLY = new Set('say insist argue admit warn believe'.split(' '));

/** `the protests`, `15 million consoles`: no verb of the third person. */
const isPlural = (pieces: readonly Piece[], at: number): boolean =>
  isWord(pieces[at - 1], 'the', 'a', 'an', 'its', 'their', 'our', 'my', 'no', 'of', 'million', 'several') ||
  /^\d+$/u.test(pieces[at - 1]?.text ?? '') ||
  isMark(pieces[at - 1], POSSESSIVE) ||
  (isWord(pieces[at], 'thanks') && isWord(pieces[at + 1], 'to'));

/** Is a word such as `claim` or `calls` a noun here? */
export function isNoun(pieces: readonly Piece[], at: number): boolean {
  const { kind, text, verb } = pieces[at]!;
  const listed = kind === 'word' && (NOUNS.has(text) || NOUNS.has(text.replace(/s$/u, '')));
  if (!verb) return listed;
  const [before, further] = [pieces[at - 1], pieces[at - 2]];
  if (verb.ing) return listed && (isMark(before, POSSESSIVE) || isDeterminer(before));
  if (before?.kind === 'name' && VERBS_ONLY.has(text)) return false;
  if (verb.base && before?.kind === 'name') return true;
  if (verb.past) return false;
  if (!verb.base && !listed) return isPlural(pieces, at);
  if (isPreposition(before) && before?.text !== 'to') return true;
  // `months of court challenges`, `had high hopes`
  if (
    isWord(before) &&
    !before.verb &&
    !isFunctionWord(before) &&
    isWord(further, 'of', 'with', 'had', 'have', 'has')
  )
    return true;
  return [before, further].some((piece) => isMark(piece, POSSESSIVE) || isDeterminer(piece));
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
