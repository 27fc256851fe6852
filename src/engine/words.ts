import { oneSpelling, spellingsOf } from './spellings.ts';

/** A word as it is indexed, and where it stands in the text (JavaScript string offsets). */
export interface Token {
  word: string;
  start: number;
  end: number;
}

/** `U.S.` is `us`. First comes what fails fastest: the lookbehind alone took a third of the time of all tokens. */
const ABBREVIATION = String.raw`(?=[^]\.)(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?`;

/** `130,000` is `130000`. */
const THOUSANDS = String.raw`(?=\p{N})(?<!\p{N}|\p{N},)\p{N}{1,3}(?:,\p{N}{3})+(?!\p{N}|,\p{N})`;

/** Letters, digits and their marks, of which none begins it. Plain letters are told faster than classes of all. */
const RUN = String.raw`(?:[A-Za-z0-9]|[\p{L}\p{N}])(?:[A-Za-z0-9]+|[\p{L}\p{N}\p{M}])*`;

const TOKEN = new RegExp(`${ABBREVIATION}|${THOUSANDS}|${RUN}`, 'gu');

/** Without what abbreviations and thousands are written with; most words have none, and replacing takes longest. */
const plain = (word: string): string =>
  word.includes('.') || word.includes(',') ? word.replace(/[.,]/g, '') : word;

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
    const word = plain(fold(match[0]));
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
