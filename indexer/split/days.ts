import type { Block, ClockDigits, DocumentHints, WallClock } from '../document.ts';
import type { ZoneChoice } from './clock.ts';
import { directionOf, walkClocks, type Placed } from './clock-walk.ts';
import type { Cut } from './dialect.ts';
import { dayOfUrl, type NamedDay } from './page-day.ts';
import { offsetAt, zoneFor } from './zone.ts';

/** A block whose clock has got its day, and what had to be assumed for that. */
export interface Dated {
  block: Block;
  note?: string;
}

/** The day on which a page begins, that of its earliest update, and what says so. */
interface FirstDay {
  /** Its midnight in UTC, where all days have 24 hours. */
  date: number;
  note?: string;
}

/** A block that shows a clock without a date. */
interface Clocked {
  block: Block;
  clock: WallClock;
  zone?: string;
}

const DAY = 86_400_000;
const MINUTES_OF_DAY = 1440;
const MINUTES_OF_HALF_DAY = 720;

/**
 * Gives the clocks without a date their days. The day that is given with a document, or that the page
 * names, is the one of its earliest update; from there midnight is followed in the direction of the
 * page. Without any day these blocks come back without a time.
 */
export function placeClocks(cut: Cut, zones: ZoneChoice): Dated[] {
  const clocked = cut.blocks.flatMap((block) => clockedOf(block, cut) ?? []);
  if (clocked.length === 0) return cut.blocks.map((block) => ({ block }));
  const first = firstDay(cut, zones.hints);
  const walked = first ? walk(clocked, first, cut, zones) : new Map<Block, Dated>();
  const dated = new Map([...walked, ...byTheirDates(clocked, first, cut)]);
  return cut.blocks.map((block) => {
    if (!block.time || !('clock' in block.time)) return { block };
    return dated.get(block) ?? { block: { ...block, time: undefined } };
  });
}

/** The blocks whose day the page itself names: it needs no walk, and is surer. */
function byTheirDates(clocked: Clocked[], first: FirstDay | undefined, cut: Cut): [Block, Dated][] {
  return clocked.flatMap((one): [Block, Dated][] => {
    const day = cut.days?.get(one.block);
    const date = day && dateNear(day, first?.date);
    if (date === undefined) return [];
    const begins = { date, days: 0, startsOn: 0 };
    return [[one.block, dateOf(one, { at: 0, role: 'fits' }, begins, cut)]];
  });
}

/** A day without a year is the one next to the day on which the page begins. */
function dateNear(day: NamedDay, first: number | undefined): number | undefined {
  if (day.year) return toDate(day);
  if (first === undefined) return undefined;
  const year = new Date(first).getUTCFullYear();
  const dates = [year, year - 1, year + 1].map((one) => toDate({ ...day, year: one }));
  return dates.reduce((a, b) => (Math.abs(b - first) < Math.abs(a - first) ? b : a));
}

function clockedOf(block: Block, { zone: page }: Cut): Clocked | undefined {
  if (!block.time || !('clock' in block.time)) return undefined;
  const zone = block.time.zone ?? page?.zone;
  return { block, clock: block.time.clock, ...(zone && { zone }) };
}

/** The walk itself, oldest first. */
function walk(clocked: Clocked[], first: FirstDay, cut: Cut, zones: ZoneChoice): Map<Block, Dated> {
  const shifts = zoneShifts(clocked, first.date, zones);
  const onOneClock = clocked.map((one, i) => shifted(one.clock, shifts[i]!));
  const newestFirst = cut.newestFirst ?? directionOf(onOneClock).newestFirst;
  const order = clocked.map((_, i) => i);
  if (newestFirst) order.reverse();
  const placed = walkClocks(
    order.map((i) => onOneClock[i]!),
    weekdayOf(first.date),
  );
  const begins = beginning(placed, first);
  const dated = order.map((i, step): [Block, Dated] => {
    const one = clocked[i]!;
    const { at, role } = placed[step]!;
    return [one.block, dateOf(one, { at: at - shifts[i]!, role }, begins, cut)];
  });
  return new Map(dated);
}

/** How many minutes to add to each clock so that all show the time of the first one's zone. */
function zoneShifts(clocked: Clocked[], date: number, { hints, defaultZone }: ZoneChoice): number[] {
  const noon = date + DAY / 2;
  const offsets = new Map<string | undefined, number>();
  const offset = (zone?: string) => {
    const iana = (zone && zoneFor(zone, hints.timeZone, noon)?.zone) || hints.timeZone || defaultZone;
    if (!offsets.has(zone)) offsets.set(zone, offsetAt(iana, noon));
    return offsets.get(zone)!;
  };
  return clocked.map(({ zone }) => offset(clocked[0]!.zone) - offset(zone));
}

function shifted(clock: WallClock, shift: number): WallClock {
  if (shift === 0) return clock;
  const minutes = clock.hour * 60 + clock.minute + shift;
  const days = Math.floor(minutes / MINUTES_OF_DAY);
  const ofDay = minutes - days * MINUTES_OF_DAY;
  const weekday = clock.weekday && ((((clock.weekday - 1 + days) % 7) + 7) % 7) + 1;
  return { ...clock, hour: Math.floor(ofDay / 60), minute: ofDay % 60, ...(weekday && { weekday }) };
}

/** A weekday in the first header may tell that the page begins a few days beside the day that it names. */
interface Beginning extends FirstDay {
  /** To add to the days of the walk. */
  days: number;
  /** The day of the earliest update, as a number of the walk. */
  startsOn: number;
}

function beginning(placed: Placed[], { date, note }: FirstDay): Beginning {
  const startsOn = Math.floor((placed.find(({ role }) => role !== 'odd') ?? placed[0]!).at / MINUTES_OF_DAY);
  const days = startsOn > 3 ? -7 : 0;
  const moved = startsOn + days;
  const weekday = WEEKDAY_NAMES.format(date + moved * DAY);
  const named =
    moved === 0 ? undefined : `the page says ${weekday}, taken as the one next to ${dayText(date)}`;
  return { date, days, startsOn, ...((named ?? note) && { note: (named ?? note)! }) };
}

function dateOf({ block, clock, zone }: Clocked, { at, role }: Placed, begins: Beginning, cut: Cut): Dated {
  const { date, days, startsOn } = begins;
  const day = Math.floor(at / MINUTES_OF_DAY);
  const on = new Date(date + (day + days) * DAY);
  const { hour, eitherHalf, said } = halfOf(clock, role);
  const shown: ClockDigits = {
    year: on.getUTCFullYear(),
    month: on.getUTCMonth() + 1,
    day: on.getUTCDate(),
    hour,
    minute: clock.minute,
  };
  if (clock.ofDay && !eitherHalf) shown.ofDay = true;
  const own = block.time && 'zone' in block.time && block.time.zone;
  const moved = day > startsOn && !clock.weekday && role !== 'odd';
  const notes = [
    said,
    moved ? `after midnight: the page begins on ${dayText(date + (startsOn + days) * DAY)}` : undefined,
    begins.note,
    own ? undefined : cut.zone?.note,
  ].filter(Boolean);
  return {
    block: {
      ...block,
      time: { shown, ...(zone && { zone }), ...(!own && cut.zone && { named: cut.zone.named }) },
    },
    ...(notes.length > 0 && { note: notes.join('; ') }),
  };
}

/** A slip stays as written, the timeline repairs it; a clock without AM and PM has got its half now. */
function halfOf(clock: WallClock, role: Placed['role']) {
  const { hour, eitherHalf } = clock;
  if (!eitherHalf) return { hour };
  const chosen = role === 'otherHalf' ? (hour + MINUTES_OF_HALF_DAY / 60) % 24 : hour;
  const said = `the page says neither AM nor PM, read as ${chosen < 12 ? 'AM' : 'PM'}`;
  return { hour: chosen, eitherHalf, said };
}

/** The day is given, or named by the page, or by its address, or that of its publication, or else the latest of its embeds. */
function firstDay({ blocks, day: named }: Cut, hints: DocumentHints): FirstDay | undefined {
  const { date, url, published } = hints;
  if (date) return { date: Date.parse(date.slice(0, 10)) };
  const inUrl = url ? dayOfUrl(url) : undefined;
  const latest = blocks
    .flatMap(({ media }) => media.flatMap((embed) => embed.date ?? []))
    .reduce<string | undefined>((a, b) => (a && a >= b ? a : b), undefined);
  const yearOf = (day: string | undefined) => (day ? Number(day.slice(0, 4)) : undefined);
  const year = named?.year ?? inUrl?.year ?? yearOf(published) ?? yearOf(latest);
  if (named && year && !isOfEvent({ ...named, year }, published))
    return { date: toDate({ ...named, year }), note: 'the day is the one that the page names' };
  if (inUrl) return { date: toDate(inUrl), note: 'the day is that of the page’s address' };
  if (published) return { date: Date.parse(published), note: 'the day is that of the page’s publication' };
  return latest
    ? {
        date: Date.parse(latest.slice(0, 10)),
        note: 'the day is the latest date of an embedded post or caption',
      }
    : undefined;
}

/** A headline that names a day far from that of its publication speaks of an event; a dateline doesn't. */
function isOfEvent(named: NamedDay, published: string | undefined): boolean {
  if (!published || named.isDateline) return false;
  return Math.abs(toDate(named) - Date.parse(published)) > MOST_DAYS_BESIDE * DAY;
}

/** A blog runs for a few days at most, and its last edit may count as its publication. */
const MOST_DAYS_BESIDE = 3;

const toDate = ({ year, month, day }: NamedDay): number => Date.UTC(year!, month - 1, day);

const dayText = (date: number): string => new Date(date).toISOString().slice(0, 10);
/** 1 Monday to 7 Sunday. */
const weekdayOf = (date: number): number => new Date(date).getUTCDay() || 7;
const WEEKDAY_NAMES = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
