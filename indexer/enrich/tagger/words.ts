import { hashText } from './hash.ts';

/** What features say of a word, as hashes. */
export interface Word {
  lower: number;
  /** `Xx` for Kerry, `XxXx` for McCain, `X2` for UN, `X` for NATO, `9` for 2014. */
  shape: number;
  prefixes: readonly [number, number];
  suffixes: readonly [number, number, number];
}

/** What stands before the first word and after the last. */
export const NO_WORD: Word = { lower: 1, shape: 1, prefixes: [0, 0], suffixes: [0, 0, 0] };

export function describeWord(surface: string): Word {
  const lower = surface.toLowerCase();
  const { length } = lower;
  const prefix = (size: number) => (length > size ? hashText(lower, 0, size) : 0);
  const suffix = (size: number) => (length > size ? hashText(lower, length - size) : 0);
  return {
    lower: hashText(lower),
    shape: hashText(shapeOf(surface)),
    prefixes: [prefix(3), prefix(4)],
    suffixes: [suffix(2), suffix(3), suffix(4)],
  };
}

/** Capitals, small letters, digits and the rest, runs as one; short acronyms keep their length. */
function shapeOf(surface: string): string {
  const shape = surface
    .replace(/\p{Lu}+/gu, 'X')
    .replace(/[\p{Ll}\p{M}]+/gu, 'x')
    .replace(/\p{N}+/gu, '9');
  return shape === 'X' && surface.length < 4 ? `X${surface.length}` : shape;
}
