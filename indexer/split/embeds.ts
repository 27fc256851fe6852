import { DateTime } from 'luxon';
import type { Media } from '../../src/record.ts';
import { textAt, type Line } from './lines.ts';

const HANDLE = /^(?<author>.{1,80}?) \(@(?<handle>\w{1,30})\)$/u;
const PHOTOGRAPH = ' Photograph: ';
const DATE_FORMATS = ['MMMM d, yyyy', 'd MMMM yyyy', 'MMM d, yyyy', 'd MMM yyyy'];
const WRITTEN_DATE = /\b(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})\b/gu;
const LONGEST_DATE = 18;
/** A post is short; a handle without a date in this many lines is no post. */
const POST_LINES = 12;

/** A date as English prose writes it (`September 13, 2013`), as `2013-09-13`. */
export function writtenDay(text: string): string | undefined {
  if (text.length > LONGEST_DATE || !/\d{4}$/u.test(text)) return undefined;
  for (const format of DATE_FORMATS) {
    const date = DateTime.fromFormat(text, format, { locale: 'en', zone: 'utc' });
    if (date.isValid) return date.toISODate();
  }
  return undefined;
}

export const isHandle = (line: string): boolean => line.endsWith(')') && HANDLE.test(line);

/** What stands embedded at a line, and the line after it; undefined where nothing does. */
export function embedAt(lines: readonly Line[], at: number): { media: Media; next: number } | undefined {
  return postAt(lines, at) ?? captionAt(lines, at);
}

/** `Name (@handle)`, the text, then the date, the way copied posts look. */
function postAt(lines: readonly Line[], at: number) {
  if (!isHandle(textAt(lines, at))) return undefined;
  const { author, handle } = HANDLE.exec(textAt(lines, at))!.groups as { author: string; handle: string };
  const text: string[] = [];
  for (let next = at + 1; next < Math.min(lines.length, at + POST_LINES); next++) {
    const line = textAt(lines, next);
    const date = writtenDay(line);
    if (date && text.length > 0) {
      const media: Media = { type: 'post', text: text.join('\n\n'), author, handle, date };
      return { media, next: next + 1 };
    }
    if (isHandle(line)) return undefined;
    if (line) text.push(line);
  }
  return undefined;
}

/** A caption, given once or twice, the last time with `Photograph: …`. */
function captionAt(lines: readonly Line[], at: number) {
  const first = textAt(lines, at);
  for (const next of [at, at + 1]) {
    const [caption, credit] = halves(textAt(lines, next));
    if (!caption || !credit || (next > at && caption !== first)) continue;
    const date = [...caption.matchAll(WRITTEN_DATE)].map(([text]) => writtenDay(text)).find(Boolean);
    const media: Media = { type: 'image', text: caption, credit, ...(date && { date }) };
    return { media, next: next + 1 };
  }
  return undefined;
}

function halves(line: string): [caption?: string, credit?: string] {
  const at = line.indexOf(PHOTOGRAPH);
  return at < 0 ? [] : [line.slice(0, at), line.slice(at + PHOTOGRAPH.length)];
}
