/** Where a token stands in a text (JavaScript string offsets). */
export interface TokenSpan {
  start: number;
  end: number;
}

/**
 * An abbreviation with dots (`U.S.` is `us`), a number with thousands (`130,000` is `130000`),
 * else a run of letters, digits and their marks, which begins with no mark.
 */
const TOKEN =
  /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])\.?|(?<!\p{N}|\p{N},)\p{N}{1,3}(?:,\p{N}{3})+(?!\p{N}|,\p{N})|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The token that begins at `from` or is the next after it, as the pattern says. */
export function matchFrom(text: string, from: number): TokenSpan | undefined {
  TOKEN.lastIndex = from;
  const match = TOKEN.exec(text);
  return match ? { start: match.index, end: TOKEN.lastIndex } : undefined;
}

/**
 * The same, found several times as fast where plain letters stand between plain signs, as nearly all do; the pattern
 * is asked about the others. A property test holds the two together.
 */
export function nextSpan(text: string, from: number): TokenSpan | undefined {
  let start = from;
  while (start < text.length && isSign(text.charCodeAt(start))) start++;
  let end = start;
  while (end < text.length && KINDS[text.charCodeAt(end)] === LETTER) end++;
  return end > start && isWhole(text, end) ? { start, end } : matchFrom(text, start);
}

/** Is a run of plain letters and digits that ends here a token, neither an abbreviation nor part of a number or word? */
function isWhole(text: string, end: number): boolean {
  if (end === text.length) return true;
  const kind = KINDS[text.charCodeAt(end)];
  return kind === SIGN || (kind === JOIN && (end + 1 === text.length || isSign(text.charCodeAt(end + 1))));
}

const isSign = (unit: number) => KINDS[unit]! >= SIGN;

const [LETTER, SIGN, JOIN] = [1, 2, 3];

/** What code units are without a doubt: ASCII, the no-break space, and the punctuation of Unicode's General Punctuation. */
const KINDS = new Uint8Array(2 ** 16);
KINDS.fill(SIGN, 0, 0x80).fill(SIGN, 0xa0, 0xa1).fill(SIGN, 0x2010, 0x2028);
KINDS.fill(LETTER, 0x30, 0x3a).fill(LETTER, 0x41, 0x5b).fill(LETTER, 0x61, 0x7b);
KINDS[0x2c] = KINDS[0x2e] = JOIN;
