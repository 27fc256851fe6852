import type { Field } from '../mention.ts';
import { LINE_STYLES, type Casing, type LineStyle } from './casing.ts';
import { hashFeature, hashText } from './hash.ts';
import { marksOf, type Lexicon } from './lexicon.ts';
import { describeWord, NO_WORD, type Word } from './words.ts';

/** What the features of a text depend on beside the text itself. */
export interface FeatureContext {
  casing: Casing;
  styles: readonly LineStyle[];
  lexicon: Lexicon;
  /** Words that were described already: a document repeats most of its words. */
  words: Map<string, Word>;
}

/** How many features a word has. */
export const FEATURES_PER_WORD = 38;

/** The features of every word of a text, `FEATURES_PER_WORD` numbers for each. */
export function featuresOf(field: Field, context: FeatureContext): Uint32Array {
  const { text, tokens } = field;
  const words = tokens.map(({ start, end }) => describe(text.slice(start, end), context.words));
  const gaps = gapsOf(field);
  const marks = marksOf(field, context.lexicon);
  const written = tokens.map((_, i) => writtenAs(field, i, context));
  const features = new Uint32Array(tokens.length * FEATURES_PER_WORD);
  const word = (i: number) => words[i] ?? NO_WORD;
  const mark = (i: number) => marks[i] ?? 0;
  for (let i = 0; i < tokens.length; i++) {
    const [w, before, after] = [word(i), word(i - 1), word(i + 1)];
    const [second, third] = [word(i - 2), word(i + 2)];
    const [gapBefore, gapAfter] = [gaps[i]!, gaps[i + 1]!];
    const pair = hashFeature(0, before.shape, w.shape);
    let at = i * FEATURES_PER_WORD;
    let kind = 0;
    const add = (a: number, b = 0, c = 0) => (features[at++] = hashFeature(kind++, a, b, c));
    add(1);
    add(w.lower);
    add(before.lower, gapBefore);
    add(after.lower, gapAfter);
    add(second.lower);
    add(third.lower);
    add(before.lower, w.lower);
    add(w.lower, after.lower);
    add(w.lower, w.shape);
    add(w.shape, gapBefore);
    add(pair);
    add(w.shape, after.shape, gapAfter);
    add(pair, after.shape);
    add(pair, second.shape);
    add(w.shape, after.shape, third.shape);
    add(w.prefixes[0], w.shape);
    add(w.prefixes[1], w.shape);
    add(w.suffixes[0], w.shape);
    add(w.suffixes[1], w.shape);
    add(w.suffixes[2], w.shape);
    add(before.suffixes[1], w.shape);
    add(after.suffixes[1], w.shape);
    add(before.lower, w.shape, gapBefore);
    add(after.lower, w.shape, gapAfter);
    add(gapBefore, gapAfter, w.shape);
    add(before.lower, after.lower, w.shape);
    add(second.lower, before.lower, w.shape);
    add(after.lower, third.lower, w.shape);
    add(mark(i));
    add(mark(i - 1), w.shape);
    add(mark(i), mark(i + 1));
    add(mark(i), before.lower);
    add(mark(i), written[i]!);
    add(written[i]!, w.shape);
    add(written[i]!, after.shape);
    add(written[i - 1] ?? 0, written[i]!, written[i + 1] ?? 0);
    add(before.prefixes[0], w.suffixes[1]);
    add(written[i]!, after.lower);
  }
  return features;
}

function describe(surface: string, known: Map<string, Word>): Word {
  const found = known.get(surface);
  if (found) return found;
  const word = describeWord(surface);
  known.set(surface, word);
  return word;
}

/** What stands between the words, before the first and after the last; three characters tell enough. */
function gapsOf({ text, tokens }: Field): number[] {
  const gaps = tokens.map(({ start }, i) => gap(text, i === 0 ? 0 : tokens[i - 1]!.end, start));
  return [...gaps, gap(text, tokens.at(-1)?.end ?? 0, text.length)];
}

const gap = (text: string, from: number, to: number) => hashText(text, from, Math.min(to, from + 3));

/** How this word is written here, in its line, and elsewhere in the document. */
function writtenAs({ text, tokens }: Field, i: number, { casing, styles }: FeatureContext): number {
  const { start, end, capital, opens } = tokens[i]!;
  const word = text.slice(start, end).toLowerCase();
  const elsewhere = Math.min(casing.capital.get(word) ?? 0, 2) * 2 + (casing.small.has(word) ? 1 : 0);
  return 1 + ((elsewhere * LINE_STYLES.length + LINE_STYLES.indexOf(styles[i]!)) * 2 + +capital) * 2 + +opens;
}
