import { oneSpelling, spellingsOf } from './spellings.ts';

/** A word as it is indexed, and where it stands in the text (JavaScript string offsets). */
export interface Token {
  word: string;
  start: number;
  end: number;
}

/**
 * An abbreviation with dots (`U.S.` is `us`), a number with thousands (`130,000` is `130000`),
 * else a run of letters, digits and their marks, which begins with no mark.
 */
const TOKEN =
  /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?|(?<!\p{N}|\p{N},)\p{N}{1,3}(?:,\p{N}{3})+(?!\p{N}|,\p{N})|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

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
  TOKEN.lastIndex = from;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    if (match.index >= to && left-- === 0) break;
    const word = fold(match[0]).replace(SIGNS, '');
    tokens.push({ word: NUMERALS.get(word) ?? oneSpelling(word), start: match.index, end: TOKEN.lastIndex });
  }
  return tokens;
}

/** All ways in which a word of the index can stand in a text, apart from accents and signs; folded. */
export const writtenAs = (word: string): string[] => [
  ...spellingsOf(word),
  ...[...NUMERALS].flatMap(([numeral, number]) => (number === word ? [numeral] : [])),
];

export const words = (text: string): string[] => tokenize(text).map((token) => token.word);
