import { DateTime } from 'luxon';
import type { Block, Problem, Update } from '../document.ts';
import { clockText, readTime, type Reading, type ZoneChoice } from './clock.ts';
import type { Cut } from './dialect.ts';

type Timed = Block & { reading: Reading };

/**
 * Places the blocks of a cut in time: reads clocks, repairs slips, gives blocks without a clock a day,
 * and numbers everything oldest first. A block whose time can't be understood is a problem, not an update.
 */
export function toTimeline(cut: Cut, zones: ZoneChoice): { updates: Update[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = cut.blocks.flatMap((block) => {
    try {
      return [{ block, reading: readTime(block, zones) }];
    } catch (error) {
      problems.push({ line: block.line, message: `no such time: ${(error as Error).message}` });
      return [];
    }
  });
  const clocked = read.flatMap(({ block, reading }) => (reading ? [{ ...block, reading }] : []));
  const newestFirst = cut.newestFirst ?? runsBackwards(clocked);
  repairHalfDays(clocked);
  const day = dayWithoutClock(clocked, cut.blocks, zones);
  const repaired = new Map(clocked.map((block) => [block.line, block]));
  const timed = read.flatMap(({ block, reading }): Timed[] => {
    if (reading) return [repaired.get(block.line) ?? { ...block, reading }];
    return day ? [{ ...block, reading: day }] : [];
  });
  if (!day && timed.length < read.length) problems.push({ message: NO_DAY });
  return { updates: inOrder(timed, newestFirst).map(toUpdate), problems };
}

const NO_DAY =
  'nothing says on which day this was published; give it with --date 2024-05-31, or as "date" in a side file NAME.meta.json';

/** Do the clocks of the page run backwards, newest first? Most of its steps decide. */
function runsBackwards(blocks: Timed[]): boolean {
  const steps = blocks.slice(1).map((block, i) => Math.sign(seconds(block) - seconds(blocks[i]!)));
  return steps.reduce((sum, step) => sum + step, 0) < 0;
}

const seconds = ({ reading }: Timed): number => reading.moment.toUnixInteger();

/**
 * A single time between two neighbours that are in order themselves, but not with it, and that fits
 * after swapping AM and PM, was a slip. One that doesn't fit is kept and noted.
 */
function repairHalfDays(blocks: Timed[]): void {
  for (let i = 1; i < blocks.length - 1; i++) {
    const [before, slip, after] = [blocks[i - 1]!, blocks[i]!, blocks[i + 1]!];
    if (slip.reading.precision !== 'minute' || isBetween(slip, before, after)) continue;
    if (!keepsDirection(blocks, i)) continue;
    const swapped = slip.reading.moment.plus({ hours: slip.reading.moment.hour < 12 ? 12 : -12 });
    const moved = { ...slip, reading: { ...slip.reading, moment: swapped } };
    const around = `between the updates at ${clockText(before.reading.moment)} and ${clockText(after.reading.moment)}`;
    const shown = clockText(slip.reading.moment);
    if (isBetween(moved, before, after)) {
      slip.reading = {
        ...moved.reading,
        note: `the page says ${shown}; read as ${clockText(swapped)}, which fits ${around}`,
      };
    } else {
      slip.reading = { ...slip.reading, note: `${shown} as the page says, although it stands ${around}` };
    }
  }
}

const isBetween = (block: Timed, one: Timed, other: Timed): boolean =>
  seconds(block) >= Math.min(seconds(one), seconds(other)) &&
  seconds(block) <= Math.max(seconds(one), seconds(other));

/** Are the neighbours of block `i` in the order of the page, so that the block itself is the odd one? */
function keepsDirection(blocks: Timed[], i: number): boolean {
  const others = blocks.filter((_, at) => at !== i);
  const step = seconds(blocks[i + 1]!) - seconds(blocks[i - 1]!);
  return step === 0 || step < 0 === runsBackwards(others);
}

/** The day of blocks without a clock: given, else of the earliest clock, else of the latest embed. */
function dayWithoutClock(
  clocked: Timed[],
  blocks: Block[],
  { hints, defaultZone }: ZoneChoice,
): Reading | undefined {
  const zone = hints.timeZone ?? defaultZone;
  if (hints.date) return dayOf(hints.date, zone, 'no clock in the source; the day was given with it');
  const earliest = clocked.toSorted((a, b) => seconds(a) - seconds(b))[0];
  if (earliest) {
    const { moment } = earliest.reading;
    return dayOf(
      moment.toISODate()!,
      moment.zoneName!,
      'no clock in the source; the day is that of the earliest update',
    );
  }
  const latest = blocks
    .flatMap(({ media }) => media.flatMap(({ date }) => date ?? []))
    .sort()
    .at(-1);
  return latest
    ? dayOf(latest, zone, 'no clock in the source; the day is the latest date of an embedded post or caption')
    : undefined;
}

const dayOf = (date: string, zone: string, note: string): Reading => ({
  moment: DateTime.fromISO(date, { zone }).startOf('day'),
  precision: 'day',
  note,
});

/** Oldest first; blocks of the same moment keep the order of the page, read in its direction; the intro opens its day. */
function inOrder(blocks: Timed[], newestFirst: boolean): Timed[] {
  const pageOrder = newestFirst ? blocks.toReversed() : blocks;
  const opening = (block: Timed) => (block.kind === 'intro' ? 0 : 1);
  return pageOrder.toSorted((a, b) => seconds(a) - seconds(b) || opening(a) - opening(b));
}

function toUpdate({ reading, time: _, ...block }: Timed, sequence: number): Update {
  const { moment, precision, note } = reading;
  return {
    ...block,
    sequence,
    publishedAt: precision === 'day' ? moment.toISODate()! : moment.toISO({ suppressMilliseconds: true })!,
    publishedTs: moment.toUnixInteger(),
    timeZone: moment.zoneName!,
    timePrecision: precision,
    ...(note && { timeNote: note }),
  };
}
