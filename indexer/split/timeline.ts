import { DateTime } from 'luxon';
import type { Block, Problem, SplitDocument, Update, ZoneUse } from '../document.ts';
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
export function toTimeline(
  cut: Cut,
  zones: ZoneChoice,
): Pick<SplitDocument, 'updates' | 'zones' | 'problems'> {
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
  return { updates: inOrder(timed, newestFirst).map(toUpdate), zones: zonesOf(timed), problems };
}

function zonesOf(timed: readonly Timed[]): ZoneUse[] {
  const uses = new Map<string, ZoneUse>();
  for (const { reading } of timed) {
    const { zoneFrom: from, moment } = reading;
    const key = `${moment.zone} ${typeof from === 'string' ? from : from.words}`;
    const use = uses.get(key) ?? { zone: moment.zone, from, updates: 0 };
    uses.set(key, { ...use, updates: use.updates + 1 });
  }
  return [...uses.values()].sort((a, b) => b.updates - a.updates);
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
  const stated = hints.timeZone ? 'given' : 'default';
  const onDay = (date: string, why: string): Reading => {
    const moment = startOfDay(date, hints.timeZone ?? defaultZone);
    return { moment, precision: 'day', zoneFrom: stated, note: `no clock in the source; the day ${why}` };
  };
  const earliest = clocked.reduce<Timed | undefined>(
    (first, block) => (first && seconds(first) <= seconds(block) ? first : block),
    undefined,
  );
  if (earliest) {
    const { moment, zoneFrom } = earliest.reading;
    const day = onDay(dayOf(moment), 'is that of the earliest update');
    return { ...day, moment: startOfDay(dayOf(moment), moment.zone), zoneFrom };
  }
  if (hints.date) return onDay(hints.date, 'was given with it');
  if (hints.published) return onDay(hints.published, 'is that of the page’s publication');
  const latest = blocks
    .flatMap(({ media }) => media.flatMap(({ date }) => date ?? []))
    .sort()
    .at(-1);
  return latest ? onDay(latest, 'is the latest date of an embedded post or caption') : undefined;
}

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
