import type { WallClock } from '../document.ts';

/**
 * Where a clock without a date belongs when the page is walked from its earliest update on. `odd`
 * ones stand out of the order of the others; `otherHalf` ones fit it with AM and PM swapped.
 */
export interface Placed {
  /** Minutes since the midnight at which the page's first day begins, by the clock as it is to be read. */
  at: number;
  role: 'fits' | 'otherHalf' | 'odd';
}

const DAY = 1440;
const HALF_DAY = 720;
/** What a slip, or the first clock out of order, must save in hours of silence to be believed. */
const SLIP_COST = 600;
const ODD_COST = 1100;
const NEXT_ODD_COST = 20;
/** The same for one that may be no mark at all: more than an ordinary silence at either end of a page. */
const DOUBTFUL_COST = 300;
/** So many clocks in a row may stand out of order, an agenda for example; more are a page of their own. */
const MOST_ODD = 12;
/** A weekday so many days ahead is the next one, and costs little where the page names it. */
const NEXT_DAYS = 3;
const NAMED_DAY_COST = 120;
/** More marks than this that run on in the page's direction are a day of their own: to leave them out costs one. */
const MOST_STRAY = 4;

const minuteOf = ({ hour, minute }: WallClock): number => hour * 60 + minute;

/** The way from one clock to the next, whichever is shorter: minutes, backwards below 0. */
const stepBetween = (from: number, to: number): number => {
  const forward = (((to - from) % DAY) + DAY) % DAY;
  return forward >= HALF_DAY ? forward - DAY : forward;
};

const LONG_STEP_WEIGHT = 0.25;

export interface Direction {
  newestFirst: boolean;
  /** How clearly the clocks show it: 1 all steps go one way, 0 as many go the other. */
  clarity: number;
}

/** In which direction the clocks of a page run. A step of many hours says less than a small one. */
export function directionOf(clocks: readonly WallClock[]): Direction {
  let sum = 0;
  let all = 0;
  for (let i = 1; i < clocks.length; i++) {
    const step = stepBetween(minuteOf(clocks[i - 1]!), minuteOf(clocks[i]!));
    const weight = Math.abs(step) <= HALF_DAY / 2 ? 1 : LONG_STEP_WEIGHT;
    sum += Math.sign(step) * weight;
    all += step === 0 ? 0 : weight;
  }
  return { newestFirst: sum < 0, clarity: all === 0 ? 0 : Math.abs(sum) / all };
}

/** A clock of the walk; `doubtful` if it may be no mark at all, so that little speaks against leaving it out. */
export type Step = WallClock & { doubtful?: boolean };

/** A way to read the clocks up to one of them, and the way it continues. */
interface Path {
  index: number;
  at: number;
  swapped: boolean;
  cost: number;
  before: Path | undefined;
}

/**
 * Gives every clock its day, oldest first, `weekday` being that of the first day. Of all readings the
 * one with the least silence wins, where a slip and a clock out of order cost their price: so midnight
 * is followed, but a lone odd clock doesn't move everything after it by a day.
 */
export function walkClocks(clocks: readonly Step[], weekday?: number): Placed[] {
  const paths: Path[][] = [];
  clocks.forEach((_, index) => paths.push(pathsTo(index, clocks, paths, weekday)));
  const ends = paths.slice(-MOST_ODD - 1).flat();
  const price = (end: Path) =>
    mayEnd(clocks, end.index) ? end.cost + oddCost(clocks, end.index + 1, clocks.length) : Infinity;
  const best = ends.reduce<Path | undefined>((a, b) => (a && price(a) <= price(b) ? a : b), undefined);
  return place(clocks, best, weekday);
}

/**
 * May what follows this clock be left out? Not where it goes on in order: else the last hours of a
 * long page would be given up to save their silence.
 */
function mayEnd(clocks: readonly Step[], index: number): boolean {
  const next = clocks[index + 1];
  return !next || next.doubtful === true || stepBetween(minuteOf(clocks[index]!), minuteOf(next)) < 0;
}

/** What it costs to leave the clocks from `from` to before `to` out of the order. */
function oddCost(clocks: readonly Step[], from: number, to: number): number {
  if (from >= to) return 0;
  let sure = 0;
  let backwards = 0;
  for (let i = from; i < to; i++) {
    if (!clocks[i]!.doubtful) sure++;
    if (i > from && stepBetween(minuteOf(clocks[i - 1]!), minuteOf(clocks[i]!)) < 0) backwards++;
  }
  const isDay = sure === to - from && sure > MOST_STRAY && backwards * MOST_STRAY < sure;
  return (sure ? ODD_COST : DOUBTFUL_COST) + (to - from - 1) * NEXT_ODD_COST + (isDay ? DAY : 0);
}

/** The best way to each reading of clock `index`: as it is, and, where there may be a slip, swapped. */
function pathsTo(index: number, clocks: readonly Step[], paths: Path[][], weekday?: number): Path[] {
  const clock = clocks[index]!;
  const isInside = index > 0 && index < clocks.length - 1;
  const mayBeSwapped = clock.eitherHalf ?? (isInside && !clock.ofDay);
  const ways = (mayBeSwapped ? [false, true] : [false]).map((swapped) =>
    startAt(index, swapped, clocks, weekday),
  );
  for (let back = 1; back <= Math.min(index, MOST_ODD + 1); back++) {
    const odd = oddCost(clocks, index - back + 1, index);
    for (const before of paths[index - back]!)
      for (const way of ways) {
        const at = nextAt(before.at, way.minute, clock, weekday);
        const cost = before.cost + silenceBetween(before.at, at, clock) + way.price + odd;
        if (cost >= way.path.cost) continue;
        way.path.at = at;
        way.path.cost = cost;
        way.path.before = before;
      }
  }
  return ways.map(({ path }) => path);
}

/** A page that names the weekday may be silent for days, and one of the next days that it names is no surprise. */
function silenceBetween(from: number, to: number, { weekday }: Step): number {
  if (!weekday) return to - from;
  const days = Math.floor(to / DAY) - Math.floor(from / DAY);
  return Math.min(to - from, days > 0 && days <= NEXT_DAYS ? NAMED_DAY_COST : HALF_DAY);
}

/** A reading of clock `index` as the first that fits. */
function startAt(index: number, swapped: boolean, clocks: readonly Step[], weekday?: number) {
  const clock = clocks[index]!;
  const minute = (minuteOf(clock) + (swapped ? HALF_DAY : 0)) % DAY;
  const price = swapped && !clock.eitherHalf ? SLIP_COST : 0;
  const cost = index > MOST_ODD ? Infinity : oddCost(clocks, 0, index) + price;
  const path: Path = { index, at: nextAt(0, minute, clock, weekday), swapped, cost, before: undefined };
  return { minute, price, path };
}

/** The first moment from `from` on at which the clock shows `minute`, on its weekday if it names one. */
function nextAt(from: number, minute: number, clock: WallClock, weekday: number | undefined): number {
  let at = from + ((((minute - from) % DAY) + DAY) % DAY);
  if (clock.weekday && weekday)
    at += DAY * ((((clock.weekday - weekday - Math.floor(at / DAY)) % 7) + 7) % 7);
  return at;
}

function place(clocks: readonly WallClock[], end: Path | undefined, weekday?: number): Placed[] {
  const placed: (Placed | undefined)[] = clocks.map(() => undefined);
  let earliest = end;
  for (let path = end; path; path = path.before) {
    placed[path.index] = { at: path.at, role: path.swapped ? 'otherHalf' : 'fits' };
    earliest = path;
  }
  let near = earliest?.at ?? 0;
  return placed.map((fitting, i) => {
    near = fitting?.at ?? near;
    return fitting ?? { at: nearest(near, clocks[i]!, weekday), role: 'odd' };
  });
}

/** The day on which an odd clock stands nearest to its neighbor. */
function nearest(near: number, clock: WallClock, weekday: number | undefined): number {
  const reach = clock.weekday ? 3.5 * DAY : HALF_DAY;
  return nextAt(Math.max(0, near - reach), minuteOf(clock), clock, weekday);
}
