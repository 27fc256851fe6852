import type { Field, Mention } from './mention.ts';

const BEFORE =
  /(?:according to|quot(?:es|ed|ing)|told|tells|by|via|citing|cites?|cited|from|interview with|courtesy of|speaking to|photograph:?|\()(?: the)?\s*["“]?$/iu;
const AFTER =
  /^(?:['’]s)?(?: [\w-]+){0,3}? (?:report(?:s|ed|ing)?|says|said|quot(?:es|ed)|not(?:es|ed)|cit(?:es|ed)|writes|wrote|correspondent|reporter|editor|journalist|explains|understands|news agency|moves|has learned)\b|^(?:['’]s)?:|^\)/iu;

/**
 * Is a news organization named only as the origin of the report ("Reuters reported", "told AFP", a
 * photo credit)? Then it is a credit and not one of those that act.
 */
export function isCredit(field: Field, mention: Mention): boolean {
  const { text, tokens } = field;
  const { from, to } = mention;
  if (!isNews(mention)) return false;
  if (isCreditLine(field)) return true;
  return BEFORE.test(text.slice(0, tokens[from]!.start)) || AFTER.test(text.slice(tokens[to - 1]!.end));
}

/** The credit of a picture or video. */
export const isCreditLine = ({ field }: Field): boolean => field.endsWith('.credit');

/** An agency, paper or broadcaster. */
export const isNews = ({ means }: Mention): boolean => 'entity' in means && means.entity.news === true;
