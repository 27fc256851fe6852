import type { Block } from '../document.ts';
import type { Reading } from './clock.ts';
import { clockText, otherHalf, secondsOf } from './moment.ts';

export type Timed = Block & { reading: Reading };

export const seconds = ({ reading }: Timed): number => secondsOf(reading.moment);

const step = (from: Timed | undefined, to: Timed | undefined): number =>
  from && to ? Math.sign(seconds(to) - seconds(from)) : 0;

/** How many more steps of the page go forwards than backwards. */
const balance = (blocks: readonly Timed[]): number =>
  blocks.reduce((sum, block, i) => sum + step(blocks[i - 1], block), 0);

/** Do the clocks of the page run backwards, newest first? Most of its steps decide. */
export const runsBackwards = (blocks: readonly Timed[]): boolean => balance(blocks) < 0;

/**
 * A single time between two neighbors that are in order themselves, but not with it, and that fits
 * after swapping AM and PM, was a slip. One that doesn't fit is kept and noted.
 */
export function repairHalfDays(blocks: Timed[]): void {
  let all = balance(blocks);
  for (let i = 1; i < blocks.length - 1; i++) {
    const [before, slip, after] = [blocks[i - 1]!, blocks[i]!, blocks[i + 1]!];
    // A source that gives whole moments has no clock to mistake.
    if (slip.time && 'iso' in slip.time) continue;
    if (slip.reading.precision !== 'minute' || isBetween(slip, before, after)) continue;
    const around = step(before, slip) + step(slip, after);
    const skipping = step(before, after);
    const keepsDirection = skipping === 0 || skipping < 0 === all - around + skipping < 0;
    if (!keepsDirection) continue;
    slip.reading = repaired(slip, before, after);
    all += step(before, slip) + step(slip, after) - around;
  }
}

function repaired(slip: Timed, before: Timed, after: Timed): Reading {
  const { reading } = slip;
  const [from, to] = [clockText(before.reading.moment), clockText(after.reading.moment)];
  const around = from === to ? `between two updates at ${from}` : `between the updates at ${from} and ${to}`;
  const shown = clockText(reading.moment);
  const swapped = otherHalf(reading.moment);
  const fits =
    hasHalves(slip) && isBetween({ ...slip, reading: { ...reading, moment: swapped } }, before, after);
  const note = fits
    ? `the page says ${shown}; read as ${clockText(swapped)}, which fits ${around}`
    : `${shown} as the page says, although it stands ${around}`;
  const notes = [reading.note, note].filter(Boolean).join('; ');
  return { ...reading, ...(fits && { moment: swapped }), note: notes };
}

/** Only a clock of twelve hours has an AM and PM to mix up. */
const hasHalves = ({ time }: Timed): boolean => time !== undefined && 'shown' in time && !time.shown.ofDay;

const isBetween = (block: Timed, one: Timed, other: Timed): boolean =>
  seconds(block) >= Math.min(seconds(one), seconds(other)) &&
  seconds(block) <= Math.max(seconds(one), seconds(other));
