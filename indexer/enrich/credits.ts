import type { Field, Mention } from './mention.ts';

const BEFORE =
  /(?:according to|quot(?:es|ed|ing)|told|tells|by|via|citing|cites?|cited|from|interview with|courtesy of|speaking to|photograph:?|\()(?: the)?\s*["“]?$/iu;
const AFTER =
  /^(?:['’]s)?(?: [\w-]+){0,3}? (?:report(?:s|ed|ing)?|says|said|quot(?:es|ed)|not(?:es|ed)|cit(?:es|ed)|writes|wrote|correspondent|reporter|editor|journalist|explains|understands|news agency|moves|has learned)\b|^(?:['’]s)?:|^\)/iu;

/** Characters around a name in which the words stand that make it a credit: the longest of them fit. */
const WITHIN = 80;

/**
 * Is a news organization named only as the origin of the report ("Reuters reported", "told AFP", a
 * photo credit)? Then it is a credit and not one of those that act.
 */
export function isCredit(field: Field, mention: Mention): boolean {
  const { text, tokens } = field;
  const { from, to } = mention;
  if (!isNews(mention)) return false;
  if (isCreditLine(field)) return true;
  const { start } = tokens[from]!;
  const { end } = tokens[to - 1]!;
  return (
    BEFORE.test(text.slice(Math.max(0, start - WITHIN), start)) || AFTER.test(text.slice(end, end + WITHIN))
  );
}

/** The credit of a picture or video. */
export const isCreditLine = ({ field }: Field): boolean => field.endsWith('.credit');

/** An agency, paper or broadcaster. */
export const isNews = ({ means }: Mention): boolean => 'entity' in means && means.entity.news === true;
