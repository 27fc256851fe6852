import { DateTime } from 'luxon';
import type { Block, Problem, Update } from '../document.ts';
import { readTime, type Reading, type ZoneChoice } from './clock.ts';
import { placeClocks, type Dated } from './days.ts';
import type { Cut } from './dialect.ts';
import { dayOf, isoOf, secondsOf } from './moment.ts';
import { repairHalfDays, runsBackwards, seconds, type Timed } from './half-days.ts';

/**
 * Places the blocks of a cut in time: gives clocks their day, reads them, repairs slips, gives blocks
 * without a clock a day, and numbers everything oldest first. A block whose time can't be understood
 * is a problem, not an update.
 */
export function toTimeline(cut: Cut, zones: ZoneChoice): { updates: Update[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = placeClocks(cut, zones).flatMap((dated) => {
    try {
      return [{ block: dated.block, reading: readDated(dated, zones) }];
    } catch (error) {
      problems.push({ line: dated.block.line, message: `no such time: ${(error as Error).message}` });
      return [];
    }
  });
  const timedOrNot = read.map(({ block, reading }) => (reading ? { ...block, reading } : block));
  const clocked = timedOrNot.filter((block): block is Timed => 'reading' in block);
  const newestFirst = cut.newestFirst ?? runsBackwards(clocked);
  repairHalfDays(clocked);
  const day = dayWithoutClock(clocked, cut.blocks, zones);
  const timed = timedOrNot.flatMap((block): Timed[] => {
    if ('reading' in block) return [block as Timed];
    return day ? [{ ...block, reading: day }] : [];
  });
  if (!day && timed.length < read.length) problems.push({ message: NO_DAY });
  return { updates: inOrder(timed, newestFirst).map(toUpdate), problems };
}

const NO_DAY =
  'nothing says on which day this was published; give it with --date 2024-05-31, or as "date" in a side file NAME.meta.json';

function readDated({ block, note }: Dated, zones: ZoneChoice): Reading | undefined {
  const reading = readTime(block, zones);
  const notes = [note, reading?.note].filter(Boolean);
  return reading && notes.length > 0 ? { ...reading, note: notes.join('; ') } : reading;
}

/** The day of blocks without a clock: of the earliest clock, else given, else of the latest embed. */
function dayWithoutClock(
  clocked: Timed[],
  blocks: Block[],
  { hints, defaultZone }: ZoneChoice,
): Reading | undefined {
  const zone = hints.timeZone ?? defaultZone;
  const earliest = clocked.reduce<Timed | undefined>(
    (first, block) => (first && seconds(first) <= seconds(block) ? first : block),
    undefined,
  );
  if (earliest) {
    const { moment } = earliest.reading;
    return wholeDay(
      dayOf(moment),
      moment.zone,
      'no clock in the source; the day is that of the earliest update',
    );
  }
  if (hints.date) return wholeDay(hints.date, zone, 'no clock in the source; the day was given with it');
  if (hints.published)
    return wholeDay(
      hints.published,
      zone,
      'no clock in the source; the day is that of the page’s publication',
    );
  const latest = blocks
    .flatMap(({ media }) => media.flatMap(({ date }) => date ?? []))
    .sort()
    .at(-1);
  return latest
    ? wholeDay(
        latest,
        zone,
        'no clock in the source; the day is the latest date of an embedded post or caption',
      )
    : undefined;
}

const wholeDay = (date: string, zone: string, note: string): Reading => ({
  moment: startOfDay(date, zone),
  precision: 'day',
  note,
});

function startOfDay(date: string, zone: string) {
  const start = DateTime.fromISO(date, { zone }).startOf('day');
  return { ms: start.toMillis(), zone: start.zoneName! };
}

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
    publishedAt: precision === 'day' ? dayOf(moment) : isoOf(moment),
    publishedTs: secondsOf(moment),
    timeZone: moment.zone,
    timePrecision: precision,
    ...(note && { timeNote: note }),
  };
}
