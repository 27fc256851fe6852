import type { Field, Mention } from '../mention.ts';
import { namesIn } from './person-names.ts';
import { isTitled } from './titles.ts';

/** Below this a lone surname is too often a ship, a mine or a slip (tuned on half of two sets of news texts). */
const LEAST_SCORE_OF_NOBODY_KNOWN = 0.95;

/**
 * Is a lone word that the tagger alone takes for a person, and that no full name of the document explains,
 * no name to list? A first name ("Kyle") tells nobody apart; a surname stays if it has a title or is beyond doubt.
 */
export function isNobody(
  { tokens }: Field,
  { from, to, means, score = 1 }: Mention,
  firstNames: ReadonlySet<string>,
): boolean {
  if (!('unlisted' in means) || means.unlisted.type !== 'person' || isTitled(tokens, from)) return false;
  const [name, ...more] = namesIn(tokens.slice(from, to));
  if (name === undefined || more.length > 0) return false;
  return score < LEAST_SCORE_OF_NOBODY_KNOWN || firstNames.has(name);
}

const SAYS = /^,? (?:said|says|told|tells|added|adds)\b/;

/** Does a word that is an organization's name do as a person does: "Mayor Bloomberg", "Bloomberg said"? */
export function speaksOrHasTitle({ text, tokens }: Field, { from, to }: Mention): boolean {
  return to - from === 1 && (isTitled(tokens, from) || SAYS.test(text.slice(tokens[from]!.end)));
}
