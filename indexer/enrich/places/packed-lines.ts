/** A text of lines in byte order, searched by bisection: it needs no index in memory beside itself. */
export interface SortedLines {
  /** The line that begins with this, or the first one after where it would stand; undefined past the end. */
  from(start: string): string | undefined;
}

const NEWLINE = 10;

/** @param text UTF-8, every line ended by a newline, sorted by bytes */
export function sortedLines(text: Buffer): SortedLines {
  const lineStart = (at: number) => (at === 0 ? 0 : text.lastIndexOf(NEWLINE, at - 1) + 1);
  const lineEnd = (at: number) => text.indexOf(NEWLINE, at);
  return {
    from(start) {
      const wanted = Buffer.from(start);
      let [low, high] = [0, text.length];
      while (low < high) {
        const at = lineStart((low + high) >>> 1);
        const end = lineEnd(at);
        if (text.compare(wanted, 0, wanted.length, at, Math.min(end, at + wanted.length)) < 0) low = end + 1;
        else high = at;
      }
      return low < text.length ? text.toString('utf8', low, lineEnd(low)) : undefined;
    },
  };
}

/** A text of lines by their number, from 0 on. @param text UTF-8, every line ended by a newline */
export function numberedLines(text: Buffer): (number: number) => string {
  const starts: number[] = [0];
  for (let at = text.indexOf(NEWLINE); at >= 0; at = text.indexOf(NEWLINE, at + 1)) starts.push(at + 1);
  const offsets = Uint32Array.from(starts);
  return (number) => text.toString('utf8', offsets[number], offsets[number + 1]! - 1);
}
