import { dayName } from './moment.ts';

/** A label under an axis: it begins at `at`, a share of the length. */
export interface AxisLabel {
  text: string;
  at: number;
  /** The narrowest screen whose axis has room for it. */
  screen: Screen;
}

export interface Axis {
  /** Where each bar stands, counted in bars from the left. */
  slots: number[];
  /** Bars, breaks and the room that the last label needs. */
  length: number;
  labels: AxisLabel[];
  /** Stretches without a break, in slots: first and last. */
  stretches: [number, number][];
}

/** Pixels of a bar with its gap, where there is room. */
export const SLOT = 36;
/** The shortest axis, in pixels, of each kind of screen: labels must fit there. */
const SHORTEST = { wide: 720, middle: 480, narrow: 288 };
export type Screen = keyof typeof SHORTEST;
const CHARACTER = 7;
const BETWEEN = 8;
/** With more, short years would push the others together. */
const MOST_SLOTS_OF_LABEL = 4;

/** Parts of a date that can stand under an axis: how many of its characters they take, and how they are written. */
const PARTS = [
  [4, 'yyyy'],
  [7, 'LLL'],
  [10, 'd'],
] as const;

/**
 * Places bars that stand for days, months or years (`2014-01-22`) side by side, with a break and a label
 * wherever a new year begins; where all are of one year, a new month; of one month, each day its label.
 * `starts` are in order, and at least two.
 */
export function axis(starts: string[]): Axis {
  const [size, format] = PARTS.find(
    ([part]) => new Set(starts.map((start) => start.slice(0, part))).size > 1,
  )!;
  const begins = starts.map((start, i) => start.slice(0, size) !== starts[i - 1]?.slice(0, size));
  // Where each bar has a label, only those that aren't neighbours in the calendar stand apart.
  const everyBar = size === starts[0]!.length;
  const room = slotsOfLabel(starts.length + begins.filter(Boolean).length);
  const slots: number[] = [];
  let labelled = 0;
  for (const [i, start] of starts.entries()) {
    const beside = i === 0 ? 0 : slots[i - 1]! + 1;
    const apart = i > 0 && begins[i] && !(everyBar && follows(starts[i - 1]!, start));
    slots.push(apart ? Math.max(beside + 1, everyBar ? 0 : labelled + room) : beside);
    if (begins[i]) labelled = slots[i]!;
  }
  const length = Math.max(slots.at(-1)! + 1, labelled + room);
  const groups = starts
    .map((start, i) => ({ text: dayName(start, format), slot: slots[i]! }))
    .filter((_, i) => begins[i]);
  return { slots, length, labels: labels(groups, length), stretches: stretches(slots) };
}

/** How many of so many slots a year takes on a wide screen. */
const slotsOfLabel = (length: number): number =>
  Math.min(MOST_SLOTS_OF_LABEL, Math.ceil((4 * CHARACTER + BETWEEN) / (pixelsOf(length, 'wide') / length)));

/** Is this the very next day, month or year? */
function follows(before: string, start: string): boolean {
  const [year, month = 1, day = 1] = before.split('-').map(Number);
  const step = (years: number, months: number, days: number) =>
    new Date(Date.UTC(year! + years, month - 1 + months, day + days)).toISOString().slice(0, start.length);
  const next = { 4: step(1, 0, 0), 7: step(0, 1, 0), 10: step(0, 0, 1) };
  return start === next[start.length as keyof typeof next];
}

function stretches(slots: number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const slot of slots) {
    const open = found.at(-1);
    if (open && open[1] === slot - 1) open[1] = slot;
    else found.push([slot, slot]);
  }
  return found;
}

interface Group {
  text: string;
  slot: number;
}

/** The labels that don't run into each other, fewer where the axis is shorter. */
function labels(groups: Group[], length: number): AxisLabel[] {
  const wide = fitting(groups, length, 'wide');
  const middle = fitting(wide, length, 'middle');
  const narrow = fitting(middle, length, 'narrow');
  return wide.map((group) => ({
    text: group.text,
    at: group.slot / length,
    screen: narrow.includes(group) ? 'narrow' : middle.includes(group) ? 'middle' : 'wide',
  }));
}

/** From the left those that have room; the last one always has, because it says where the axis ends. */
function fitting(groups: Group[], length: number, screen: Screen): Group[] {
  const last = groups.at(-1)!;
  const end = extent(last, length, screen).from;
  let free = 0;
  return groups.filter((group) => {
    const { from, to } = extent(group, length, screen);
    if (group !== last && (from < free || to + BETWEEN > end)) return false;
    free = to + BETWEEN;
    return true;
  });
}

/** Where a label begins and ends, in pixels. */
function extent(group: Group, length: number, screen: Screen): { from: number; to: number } {
  const from = (group.slot / length) * pixelsOf(length, screen);
  return { from, to: from + group.text.length * CHARACTER };
}

const pixelsOf = (length: number, screen: Screen) => Math.min(SHORTEST[screen], length * SLOT);
