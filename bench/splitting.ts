/**
 * How fast plain text is split, on one core: `node bench/splitting.ts`. For each shape of page the
 * speed in MB/s, and what twice the text costs over once (2 is linear).
 */
import { performance } from 'node:perf_hooks';
import { split } from '../indexer/split/split.ts';

const SENTENCE =
  'The wind has reached the harbour at 9.30 and the last ferry of 2014 was called back, the harbour master (John Doe) said. ';
const PARAGRAPHS = 4;
const RUNS = 5;

const prose = (update: number) =>
  Array.from({ length: PARAGRAPHS }, (_, i) => `${update} ${SENTENCE.repeat(1 + (i % 3))}`).join('\n\n');
const two = (number: number) => String(number).padStart(2, '0');
/** The clock of an update, one each five minutes, newest first. */
const clockOf = (update: number, updates: number) => {
  const minutes = (updates - update) * 5;
  return { hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 };
};
const half = (hour: number) => (hour < 12 ? 'am' : 'pm');

const HEADERS: Record<string, (update: number, updates: number) => string> = {
  globalpost: (i) =>
    `UPDATE: 1/22/14 ${12 - (Math.floor(i / 60) % 12)}:${two(59 - (i % 60))} PM ET\n\nHeadline ${i}\n\n`,
  'guardian-flat': (i) => `Updated\n\nThe ferry stays in port ${i}\n\n`,
  'guardian-clock': (i, n) => {
    const { hour, minute } = clockOf(i, n);
    return `${hour % 12 || 12}.${two(minute)}${half(hour)}: `;
  },
  'bbc-clock': (i, n) => {
    const { hour, minute } = clockOf(i, n);
    return `${two(hour)}${two(minute)} `;
  },
  article: () => '',
};

function page(shape: string, bytes: number): string {
  const updates = Math.ceil(bytes / (prose(10_000).length + 20));
  const header = HEADERS[shape]!;
  return Array.from({ length: updates }, (_, i) => header(i, updates) + prose(i)).join('\n\n');
}

/** The fastest of some runs, in seconds: everything slower is the machine's doing. */
function cost(texts: string[]): number {
  const seconds = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    for (const text of texts)
      split(
        { id: 'b', path: 'b.txt', hints: { date: '2014-01-22' }, complete: true, content: { text } },
        'UTC',
      );
    return (performance.now() - start) / 1000;
  });
  return Math.min(...seconds);
}

const MB = 1_000_000;
const report = (name: string, once: string[], twice: string[]) => {
  const size = once.reduce((sum, text) => sum + text.length, 0) / MB;
  const seconds = cost(once);
  const ratio = cost(twice) / seconds;
  console.log(
    `${name.padEnd(34)} ${(size / seconds).toFixed(0).padStart(4)} MB/s   cost(2n)/cost(n) ${ratio.toFixed(2)}`,
  );
};

const size = Number(process.argv[2] ?? 10) * MB;
for (const shape of Object.keys(HEADERS)) {
  report(`${shape}, one page of ${size / MB} MB`, [page(shape, size)], [page(shape, 2 * size)]);
  const ordinary = page(shape, 100_000);
  const pages = Math.round(size / ordinary.length);
  report(
    `${shape}, pages of 100 kB`,
    Array<string>(pages).fill(ordinary),
    Array<string>(2 * pages).fill(ordinary),
  );
}
const line = SENTENCE.repeat(Math.round((2 * size) / SENTENCE.length));
report(`one line of ${(2 * size) / MB} MB`, [line], [line + line]);
