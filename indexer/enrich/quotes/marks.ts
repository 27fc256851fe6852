/** A quotation mark, and what it can do where it stands. */
export interface Mark {
  at: number;
  /** Where it ends: a doubled one is two or three characters long. */
  end: number;
  /** A single character. */
  text: string;
  opens: boolean;
  closes: boolean;
  /** Where its paragraph ends. */
  paragraphEnd: number;
}

/** Marks that open a passage, each with those that close it: English, German, French, Nordic and typewritten ones. */
export const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”',
  '“': '”“"',
  '”': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  "'": "'",
  '‘': '’',
};
/** Marks that are apostrophes as well. */
const SINGLE = "'‘’";
const GUILLEMETS = '«»';

/** Can a passage that this mark opens lack its end? An apostrophe or an arrow alone is none. */
export const mayStayOpen = ({ text }: Mark): boolean => !(SINGLE + GUILLEMETS).includes(text);

/** How far after a plural's apostrophe the end of a quote is looked for. */
const LONGEST_SENTENCE = 1_000;

/** Every quotation mark and apostrophe of a text, in order. Looked at once each, whatever passages they make. */
export function marksIn(text: string): Mark[] {
  const ends = [...text.matchAll(/\n\s*\n|$/gu)].map(({ index }) => index);
  let paragraph = 0;
  return [...text.matchAll(hasDoubled(text) ? DOUBLED : SINGLE_ONES)].map(({ 0: marks, index: at }) => {
    while (ends[paragraph]! < at) paragraph++;
    const paragraphEnd = ends[paragraph]!;
    const end = at + marks.length;
    return {
      at,
      end,
      text: marks[0]!,
      opens: opens(text, at, end),
      closes: closes(text, at, paragraphEnd),
      paragraphEnd,
    };
  });
}

const SINGLE_ONES = /["“”„«»'‘’]/gu;

/**
 * A table that was written with commas has each mark twice, and once more where a field begins or ends:
 * `"It was ""weak"", he said."` There a single `"` is none of the text's.
 */
const DOUBLED = /"{2,3}|[“”„«»'‘’]/gu;
const hasDoubled = (text: string): boolean =>
  /(?<![\p{L}\p{N}"])""+[\p{L}\p{N}]/u.test(text) && /[\p{L}\p{N}.,!?]""+(?![\p{L}\p{N}"])/u.test(text);

/** A mark opens after a space, bracket, dash or other mark and before a word: `the "deal"`, not `6' 2"`, `'tis` or `the '90s`. */
function opens(text: string, at: number, end: number): boolean {
  const mark = text[at]!;
  const next = text.slice(end, end + 5);
  if (!/[\s([{<\-–—/:;,.…"“‘']/u.test(text[at - 1] ?? ' ') || next.startsWith(mark)) return false;
  if (SINGLE.includes(mark)) return /^[^\s\d.,;:!?)\]]/u.test(next) && !ELISION.test(next);
  if (GUILLEMETS.includes(mark)) return /^\s?\S/u.test(next);
  // A link at the beginning of a quote often leaves a space: `“ Yes ,” she said`.
  if (mark === '“' && /^[ \u00a0]\p{L}/u.test(next)) return /\s/u.test(text[at - 1] ?? ' ');
  return /^[^\s,;:!?)\]]/u.test(next);
}

const ELISION = /^(?:tis|twas|em|til|cause|bout|round|n)(?!\p{L})/iu;

/** A single mark before a letter, or after the s of `the ministers' plan`, is an apostrophe. */
function closes(text: string, at: number, limit: number): boolean {
  const mark = text[at]!;
  const before = text[at - 1] ?? ' ';
  if (!SINGLE.includes(mark))
    return (
      GUILLEMETS.includes(mark) || !/\s/u.test(before) || (mark === '”' && !/\S/u.test(text[at + 1] ?? ' '))
    );
  if (/\s/u.test(before) || /^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3))) return false;
  const plural = before === 's' && /^ \p{Ll}/u.test(text.slice(at + 1, at + 4));
  return !plural || !closedLater(text.slice(at + 1, Math.min(limit, at + LONGEST_SENTENCE)), mark);
}

/** Does a mark after the end of a sentence or clause close the passage, before another one opens? */
function closedLater(rest: string, mark: string): boolean {
  const [piece] = rest.split(/(?<=\s)['‘]/u, 1);
  return new RegExp(`[,.?!…]${mark}(?![\\p{L}\\p{N}])`, 'u').test(piece!);
}
