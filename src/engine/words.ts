import { remember } from './remember.ts';
import { oneSpelling, spellingsOf } from './spellings.ts';
import { nextSpan, type TokenSpan } from './token-spans.ts';

/** A word as it is indexed, and where it stands in the text. */
export interface Token extends TokenSpan {
  word: string;
}

/** What abbreviations and thousands are written with. */
const SIGNS = /[.,]/g;

/** Letters that Unicode doesn't decompose but people type without. */
const PLAIN: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
};

/**
 * The numerals that name events, popes and kings (Geneva II, Charles III). Not the others: `iv`, `vi` and `ix`
 * are also words, or the beginnings of many that somebody is typing.
 */
const NUMERALS = new Map([
  ['ii', '2'],
  ['iii', '3'],
]);

/** Accents, and what makes a sign or a digit an emoji (`❤️`, `1️⃣`). */
const MARKS = /[\u0300-\u036f\ufe00-\ufe0f\u20e3]/g;

/** Most words of most texts: nothing to fold but case. */
const PLAIN_LETTERS = /^[ -~]*$/;

/** Case and accents don't count: `Émile` and `EMILE` are `emile`. */
export function fold(text: string): string {
  if (PLAIN_LETTERS.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[øłđßæœıðþ]/g, (letter) => PLAIN[letter] ?? letter);
}

/**
 * The words of a text for index, query and highlight alike, folded, of several spellings the one that
 * stands for all, numerals as numbers, in order. Apostrophes and hyphens part words.
 */
export const tokenize = (text: string): Token[] => tokensFrom(text, 0, text.length, 0);

/** The tokens that start between two offsets (which must not part a word), and so many more. */
export function tokensFrom(text: string, from: number, to: number, more: number): Token[] {
  const tokens: Token[] = [];
  let left = more;
  for (let span = nextSpan(text, from); span; span = nextSpan(text, span.end)) {
    if (span.start >= to && left-- === 0) break;
    const { start, end } = span;
    tokens.push({ word: wordAt(text, span), start, end });
  }
  return tokens;
}

/** The words of a text, as its tokens. */
export function words(text: string): string[] {
  const found: string[] = [];
  for (let span = nextSpan(text, 0); span; span = nextSpan(text, span.end)) found.push(wordAt(text, span));
  return found;
}

function wordAt(text: string, { start, end }: TokenSpan): string {
  const written = text.slice(start, end);
  return written.length > LONGEST_SEEN ? indexedAs(written) : seenAs(written);
}

/** A word of a text as it is indexed. */
function indexedAs(written: string): string {
  const folded = fold(written).replace(SIGNS, '');
  return NUMERALS.get(folded) ?? oneSpelling(folded);
}

/** Most words of a text have been seen before, and looking them up is quicker. */
const seenAs = remember(indexedAs, 20_000);

/** A longer string would hold on to the whole text that it was cut out of. */
const LONGEST_SEEN = 12;

/** All ways in which a word of the index can stand in a text, apart from accents and signs; folded. */
export const writtenAs = (word: string): string[] => [
  ...spellingsOf(word),
  ...[...NUMERALS].flatMap(([numeral, number]) => (number === word ? [numeral] : [])),
];
