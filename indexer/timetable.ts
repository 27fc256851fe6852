import type { SplitDocument, Update } from './document.ts';
import { hasAtMostWords } from './split/lines.ts';

/** Fewer entries than this may be short and on the quarter by chance. */
const LEAST_ENTRIES = 4;
const MOST_WORDS = 25;

/**
 * Does a text read as a live blog look like a programme: a short line for each time, all of them on
 * quarters of an hour, from the first to the last? Some blogs do, too, so this is for a person to decide.
 */
export function looksLikeTimetable({ dialect, updates }: SplitDocument): boolean {
  if (dialect === 'blocks') return false;
  const entries = updates.filter(({ kind, timePrecision }) => kind === 'update' && timePrecision !== 'day');
  return entries.length >= LEAST_ENTRIES && entries.every((entry, i) => isEntry(entry, entries[i - 1]));
}

const isEntry = ({ publishedAt, publishedTs, line, text }: Update, before: Update | undefined): boolean =>
  Number(publishedAt.slice(14, 16)) % 15 === 0 &&
  !text.includes('\n') &&
  hasAtMostWords(text, MOST_WORDS) &&
  (!before || (line > before.line && publishedTs > before.publishedTs));
