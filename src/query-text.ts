/** Words after this many don't count (Meilisearch's limit, kept on both engines; they are reported). */
export const MAX_WORDS = 10;

/** One thing that is asked for: a word as typed, or the words between quotes, which must stand together. */
export interface Clause {
  text: string;
  phrase: boolean;
}

export interface QueryText {
  wanted: Clause[];
  /** `-word` and `-"phrase"`. */
  excluded: Clause[];
  /** The last wanted word may be unfinished: no space or quote closed it. */
  open: boolean;
  /** What was typed after the tenth word. */
  ignored: string[];
}

const CLAUSE = /(?<minus>-?)(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/gu;
const CURLY_QUOTES = /[“”„«»]/g;
const HAS_WORD = /[\p{L}\p{N}]/u;

/**
 * Reads what a person typed: words, `"phrases"`, `-exclusions`. Both engines search what this returns.
 * A quote that is never closed runs to the end; signs without a letter or digit mean nothing.
 */
export function readQueryText(q: string): QueryText {
  const typed = q.replace(CURLY_QUOTES, '"');
  const wanted: Clause[] = [];
  const excluded: Clause[] = [];
  const ignored: string[] = [];
  let words = 0;
  for (const { groups } of typed.matchAll(CLAUSE)) {
    const text = (groups?.['phrase'] ?? groups?.['word'] ?? '').trim();
    if (!HAS_WORD.test(text)) continue;
    const clause = { text, phrase: groups?.['phrase'] !== undefined };
    if (groups?.['minus']) {
      excluded.push(clause);
      continue;
    }
    words += text.split(/\s+/).length;
    if (words > MAX_WORDS) ignored.push(text);
    else wanted.push(clause);
  }
  return { wanted, excluded, open: endsOpen(typed, wanted, ignored), ignored };
}

function endsOpen(typed: string, wanted: Clause[], ignored: string[]): boolean {
  const last = wanted.at(-1);
  return last !== undefined && !last.phrase && ignored.length === 0 && typed.endsWith(last.text);
}
