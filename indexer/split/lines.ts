/** One line of a plain text, trimmed, with its number in the file (from 1). */
export interface Line {
  text: string;
  number: number;
}

/** Cuts a text into its lines. Live blogs copied as plain text hold one paragraph per line. */
export const toLines = (text: string): Line[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line, i) => ({ text: withSingleBlanks(line).trim(), number: i + 1 }));

/** Most lines need no change, and looking is much cheaper than replacing. */
const withSingleBlanks = (line: string): string =>
  / {2}|[^\S ]/u.test(line) ? line.replace(/\s+/gu, ' ') : line;

/** A line by its place, as text; past either end there is nothing. */
export const textAt = (lines: readonly Line[], at: number): string => lines[at]?.text ?? '';

/** Is a text no longer than so many words? Of a long line only its length is looked at. */
export const hasAtMostWords = (text: string, most: number): boolean =>
  text.length <= most * LONGEST_WORD && wordCount(text) <= most;

const LONGEST_WORD = 50;

export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** A sentence, a lead-in to a quote or list, or a question ends like this; a headline doesn't. Three dots may end either. */
export const hasEndMark = (text: string): boolean =>
  /(?<!\.\.)[.!?:;,…][”"'’)\]]?$/u.test(text) && !text.endsWith('...');

/** A headline is longer than a heading of the Guardian's, but still no paragraph. */
const MOST_HEADLINE_WORDS = 20;

/** May a line be a headline: short, and without the end of a sentence? */
export const mayBeHeadline = (text: string): boolean =>
  text !== '' && hasAtMostWords(text, MOST_HEADLINE_WORDS) && !hasEndMark(text);
