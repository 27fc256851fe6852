/**
 * How fast plain text is split: `node bench/splitting.ts [MB] [DIALECT…]`. For each dialect the speed in
 * MB per second of processor time, and what twice the text costs over once (2 is linear).
 */
import { split } from '../indexer/split/split.ts';

const SENTENCE =
  'The wind has reached the harbour at 9.30 and the last ferry of 2014 was called back, the harbour master (John Doe) said. ';
const PARAGRAPHS = 4;
const RUNS = 5;

const prose = (update: number) =>
  Array.from(
    { length: PARAGRAPHS },
    (_, i) => `Report ${update}, by the coast guard. ${SENTENCE.repeat(1 + (i % 3))}`,
  ).join('\n\n');
const two = (number: number) => String(number).padStart(2, '0');
/** The clock of an update, one each five minutes, newest first. */
const clockOf = (update: number, updates: number) => {
  const minutes = (updates - update) * 5;
  return { hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 };
};
/** A clock of twelve hours, between what stands around it. */
const twelve =
  (before: string, dot: string, half: readonly [string, string], after: string) => (i: number, n: number) => {
    const { hour, minute } = clockOf(i, n);
    return `${before}${hour % 12 || 12}${dot}${two(minute)}${half[hour < 12 ? 0 : 1]}${after}`;
  };

const HEADERS: Record<string, (update: number, updates: number) => string> = {
  globalpost: (i) =>
    `UPDATE: 1/22/14 ${12 - (Math.floor(i / 60) % 12)}:${two(59 - (i % 60))} PM ET\n\nHeadline ${i}\n\n`,
  'guardian-flat': (i) => `Updated\n\nThe ferry stays in port ${i}\n\n`,
  'guardian-clock': twelve('', '.', ['am', 'pm'], ': '),
  'bbc-clock': (i, n) => {
    const { hour, minute } = clockOf(i, n);
    return `${two(hour)}${two(minute)} `;
  },
  'cnn-brackets': twelve('(Updated ', ':', [' a.m.', ' p.m.'], ' ET (0240 in Egypt)) '),
  'updated-brackets': twelve('[Updated at ', ':', [' a.m.', ' p.m.'], ' ET] '),
  'update-clock': twelve('UPDATE (', ':', [' AM', ' PM'], ' EST) '),
  'clock-dash': twelve('', ':', [' am', ' pm'], ' – '),
  'clock-lead': twelve('', ':', [' a.m.', ' p.m.'], ' ET '),
  article: () => '',
};

function page(shape: string, bytes: number): string {
  const updates = Math.ceil(bytes / (prose(10_000).length + 20));
  const header = HEADERS[shape]!;
  return Array.from({ length: updates }, (_, i) => header(i, updates) + prose(i)).join('\n\n');
}

/**
 * The cheapest of some runs, in seconds of the processor, the collector's included: a clock on the wall
 * also counts what else the machine does. @throws if a text is not taken for what it is.
 */
function cost(dialect: string, texts: string[]): number {
  const seconds = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage();
    for (const text of texts) {
      const hints = { date: '2014-01-22' };
      const found = split(
        { id: 'b', path: 'b.txt', hints, complete: true, content: { text } },
        'UTC',
      ).dialect;
      if (found !== dialect) throw new Error(`${dialect} is taken for ${found}`);
    }
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000_000;
  });
  return Math.min(...seconds);
}

const MB = 1_000_000;
const report = (dialect: string, name: string, once: string[], twice: string[]) => {
  const size = once.reduce((sum, text) => sum + text.length, 0) / MB;
  const seconds = cost(dialect, once);
  const ratio = cost(dialect, twice) / seconds;
  console.log(
    `${`${dialect}, ${name}`.padEnd(36)} ${(size / seconds).toFixed(0).padStart(4)} MB/s   cost(2n)/cost(n) ${ratio.toFixed(2)}`,
  );
};

const size = Number(process.argv[2] ?? 10) * MB;
const wanted = process.argv.slice(3);
for (const shape of Object.keys(HEADERS)) {
  if (wanted.length > 0 && !wanted.includes(shape)) continue;
  report(shape, `one page of ${size / MB} MB`, [page(shape, size)], [page(shape, 2 * size)]);
  const ordinary = page(shape, 100_000);
  const pages = Math.round(size / ordinary.length);
  report(
    shape,
    'pages of 100 kB',
    Array<string>(pages).fill(ordinary),
    Array<string>(2 * pages).fill(ordinary),
  );
}
const line = SENTENCE.repeat(Math.round((2 * size) / SENTENCE.length));
report('article', `one line of ${(2 * size) / MB} MB`, [line], [line + line]);
