import type { Field, Mention } from '../mention.ts';
import { speechForm } from '../quotes/speech-verbs.ts';
import { namesIn } from './person-names.ts';
import { isTitled } from './titles.ts';

/** Below this a lone surname is too often a ship, a mine or a slip (tuned on half of two sets of news texts). */
const LEAST_SCORE_OF_NOBODY_KNOWN = 0.95;

/**
 * Is a lone word that the tagger alone takes for a person, and that no full name of the document explains,
 * no name to list? A first name ("Kyle") tells nobody apart; a surname stays if it has a title, speaks or is beyond doubt.
 */
export function isNobody(
  field: Field,
  { from, to, means, score = 1 }: Mention,
  firstNames: ReadonlySet<string>,
): boolean {
  const { tokens } = field;
  if (!('unlisted' in means) || means.unlisted.type !== 'person' || speaks(field, from)) return false;
  const [name, ...more] = namesIn(tokens.slice(from, to));
  if (name === undefined || more.length > 0) return false;
  return score < LEAST_SCORE_OF_NOBODY_KNOWN || firstNames.has(name);
}

const SAYS = /^,? (?:said|says|told|tells|added|adds)\b/;

/** Does a word that is an organization's name do as a person does: "Mayor Bloomberg", "Bloomberg said"? */
export function speaksOrHasTitle({ text, tokens }: Field, { from, to }: Mention): boolean {
  return to - from === 1 && (isTitled(tokens, from) || SAYS.test(text.slice(tokens[from]!.end)));
}

/** `"…," Marlow said`, `said Marlow`, `Sen. Marlow`: such a name is hardly anything but a person's; but `Peer says` may open a sentence. */
export function speaks({ tokens }: Field, at: number): boolean {
  if (isTitled(tokens, at)) return true;
  const { opens, joined } = tokens[at]!;
  if (opens) return false;
  const [before, after] = [joined ? tokens[at - 1] : undefined, tokens[at + 1]];
  return [before, after?.joined ? after : undefined].some((token) => {
    const form = token ? speechForm(token.key) : undefined;
    return form && !form.ing && !form.base && (form.says || form.past);
  });
}
