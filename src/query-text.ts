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
 * A quote that is never closed runs to the end; signs without a letter or digit mean nothing; a phrase
 * that crosses the limit of words keeps those before it.
 */
export function readQueryText(q: string): QueryText {
  const typed = q.replace(CURLY_QUOTES, '"');
  const read: QueryText = { wanted: [], excluded: [], open: false, ignored: [] };
  let left = MAX_WORDS;
  for (const { index, 0: whole, groups } of typed.matchAll(CLAUSE)) {
    const text = (groups?.['phrase'] ?? groups?.['word'] ?? '').trim();
    if (!HAS_WORD.test(text)) continue;
    const phrase = groups?.['phrase'] !== undefined;
    if (groups?.['minus']) {
      read.excluded.push({ text, phrase });
      read.open = false;
      continue;
    }
    const words = text.split(/\s+/);
    const kept = words.slice(0, left);
    left -= kept.length;
    if (kept.length > 0) read.wanted.push({ text: kept.join(' '), phrase });
    read.ignored.push(...words.slice(kept.length));
    read.open = !phrase && kept.length > 0 && index + whole.length === typed.length;
  }
  return read;
}
