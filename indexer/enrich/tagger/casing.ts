import type { Field } from '../mention.ts';

/** How a line is written: a headline In Title Case and a line IN CAPITALS say nothing about its words. */
export const LINE_STYLES = ['plain', 'title case', 'capitals'] as const;
export type LineStyle = (typeof LINE_STYLES)[number];

/** How a document writes its words. */
export interface Casing {
  /** Words that it also writes small. */
  small: ReadonlySet<string>;
  /** Words that it writes with a capital where nothing but a name asks for one, and how often. */
  capital: ReadonlyMap<string, number>;
}

/** Shorter words are often small in a title-case headline: "Storm Hits the Coast of Chile". */
const LONG_WORD = 4;
/** Share of long words with a capital from which on a line is a title-case headline; names alone rarely reach it. */
const TITLE_CASE = 0.8;
const LEAST_LONG_WORDS = 3;

/** The style of the line in which each word stands. */
export function lineStyles({ text, tokens }: Field): LineStyle[] {
  const styles: LineStyle[] = [];
  for (let from = 0; from < tokens.length;) {
    let to = from + 1;
    while (to < tokens.length && !text.slice(tokens[to - 1]!.end, tokens[to]!.start).includes('\n')) to++;
    const line = text.slice(tokens[from]!.start, tokens[to - 1]!.end);
    const words = tokens.slice(from, to).map(({ start, end }) => text.slice(start, end));
    const style = styleOf(line, words);
    for (; from < to; from++) styles.push(style);
  }
  return styles;
}

function styleOf(line: string, words: readonly string[]): LineStyle {
  if (words.length > 1 && !/\p{Ll}/u.test(line)) return 'capitals';
  const long = words.filter((word) => word.length >= LONG_WORD && /^\p{L}/u.test(word));
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word));
  const isTitle = long.length >= LEAST_LONG_WORDS && capitals.length >= TITLE_CASE * long.length;
  return isTitle ? 'title case' : 'plain';
}

/** Counts over all texts of a document; `styles` as `lineStyles` gives them for each. */
export function casingOf(fields: readonly Field[], styles: readonly LineStyle[][]): Casing {
  const small = new Set<string>();
  const capital = new Map<string, number>();
  fields.forEach(({ text, tokens }, f) => {
    tokens.forEach((token, i) => {
      const word = text.slice(token.start, token.end).toLowerCase();
      if (!token.capital) small.add(word);
      else if (!token.opens && styles[f]![i] === 'plain') capital.set(word, (capital.get(word) ?? 0) + 1);
    });
  });
  return { small, capital };
}
