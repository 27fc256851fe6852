import { html } from 'hono/html';
import type { Histogram } from '../query.ts';
import { dropping, href, setting } from './address.ts';
import { counted } from './labels.ts';
import { dayName } from './moment.ts';

const MOST_BARS = 80;
const HEIGHT = 40;
const BAR = 10;
const GAP = 2;
/** Fewer bars than this don't reach the right edge, so that one busy day is no block. */
const FEW = 12;

interface Bar {
  /** A day, a month or a year. */
  start: string;
  count: number;
}

const UNITS = { day: [10, 'd LLL yyyy'], month: [7, 'LLL yyyy'], year: [4, 'yyyy'] } as const;
type Unit = keyof typeof UNITS;

/**
 * A drawing of when the found updates were published: one bar for each day (month, year) that has any,
 * each a link to its updates. Empty stretches take no room: live blogs are days apart, or decades.
 */
export function histogram(days: Histogram | undefined, address: URLSearchParams) {
  const { unit, bars } = coarsen(days?.buckets ?? []);
  if (bars.length < 2) return '';
  const highest = Math.max(...bars.map(({ count }) => count));
  const slots = placed(bars);
  const width = (Math.max(slots.at(-1)!.slot, FEW) + 1) * (BAR + GAP);
  const label = `Updates per ${unit}`;
  const [first, last] = [bars[0]!, bars.at(-1)!].map(({ start }) => name(start, unit));
  return html`<figure class="histogram">
    <svg viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none" role="group" aria-label="${label}">
      ${slots.map(({ bar, slot }) => drawn(bar, unit, slot * (BAR + GAP), highest, address))}
    </svg>
    <figcaption>
      ${bars.length > FEW ? html`<span>${first}</span> <span>${label}</span> <span>${last}</span>` : `${label}, ${first} to ${last}`}
    </figcaption>
  </figure>`;
}

function drawn({ start, count }: Bar, unit: Unit, x: number, highest: number, address: URLSearchParams) {
  const height = Math.max(3, (count / highest) * HEIGHT);
  const label = `${name(start, unit)}: ${counted(count, 'update')}`;
  return html`<a href="${href(within(address, start))}" aria-label="${label}"
    ><title>${label}</title
    ><rect class="ground" x="${x}" y="0" width="${BAR + GAP}" height="${HEIGHT}" /><rect
      class="bar"
      x="${x}"
      y="${HEIGHT - height}"
      width="${BAR}"
      height="${height}"
  /></a>`;
}

/** Bars side by side, with a gap where a year ends. */
function placed(bars: Bar[]): { bar: Bar; slot: number }[] {
  let gaps = 0;
  return bars.map((bar, i) => {
    const before = bars[i - 1];
    if (before && before.start.slice(0, 4) !== bar.start.slice(0, 4)) gaps++;
    return { bar, slot: i + gaps };
  });
}

function coarsen(days: Bar[]): { unit: Unit; bars: Bar[] } {
  for (const unit of ['day', 'month'] as const) {
    const bars = grouped(days, UNITS[unit][0]);
    if (bars.length <= MOST_BARS) return { unit, bars };
  }
  return { unit: 'year', bars: grouped(days, UNITS.year[0]) };
}

function grouped(days: Bar[], length: number): Bar[] {
  const sums = new Map<string, number>();
  for (const { start, count } of days) {
    const key = start.slice(0, length);
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return [...sums].map(([start, count]) => ({ start, count }));
}

const name = (start: string, unit: Unit) => dayName(start, UNITS[unit][1]);

/** The same search within a day, a month or a year. */
function within(address: URLSearchParams, start: string): URLSearchParams {
  const [year, month] = start.split('-').map(Number);
  const first = `${start}-01-01`.slice(0, 10);
  const lastOfMonth = new Date(Date.UTC(year!, month ?? 12, 0)).toISOString().slice(0, 10);
  const last = start.length === 10 ? start : lastOfMonth;
  return setting(setting(dropping(address, 'day'), 'from', first), 'to', last);
}
