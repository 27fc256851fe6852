import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { keyOfName } from '../../indexer/enrich/names/name-tokens.ts';

/** A line of `places.tsv`, and the names under which it is found. */
export interface PlaceLine {
  columns: (string | number)[];
  names: string[];
  alternates: string[];
}

/** Bytes 4 to 9 of a gzip header: no time, best compression, unknown system, so that builds are identical. */
const GZIP_HEADER_REST = [0, 0, 0, 0, 2, 255];

/** Writes lines gzipped, the same bytes for the same lines; gives back how many bytes. */
export function writePacked(file: string, lines: readonly string[]): number {
  const packed = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
  packed.set(GZIP_HEADER_REST, 4);
  writeFileSync(file, packed);
  return packed.length;
}

/**
 * The names of places in byte order, as `sorted-lines.ts` searches them: the words of the name, then the numbers of the
 * lines of `places.tsv` that bear it (base 36), then of those that only have it as an alternate.
 */
export function nameLines(places: readonly PlaceLine[]): string[] {
  const bearers = new Map<string, [main: Set<string>, other: Set<string>]>();
  const add = (name: string, row: string, list: 0 | 1) => {
    const key = keyOfName(name);
    if (key === '') return;
    const known = bearers.get(key) ?? [new Set(), new Set()];
    bearers.set(key, known);
    if (!known[0].has(row)) known[list].add(row);
  };
  places.forEach(({ names }, i) => names.forEach((name) => add(name, i.toString(36), 0)));
  places.forEach(({ alternates }, i) => alternates.forEach((name) => add(name, i.toString(36), 1)));
  return [...bearers]
    .map(
      ([key, [main, other]]) =>
        `${key}\t${[...main].join(',')}${other.size > 0 ? `\t${[...other].join(',')}` : ''}`,
    )
    .toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
