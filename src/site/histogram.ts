import { html } from 'hono/html';
import type { Histogram } from '../query.ts';
import { dropping, href, setting } from './address.ts';
import { axis, SLOT, type AxisLabel } from './axis.ts';
import { counted } from './labels.ts';
import { dayName, span } from './moment.ts';

const MOST_BARS = 80;
/** Pixels of the highest bar, and of the labels below. */
const HEIGHT = 44;
const LABELS = 20;
/** The part of its place that a bar fills. */
const FILL = 0.84;

interface Bar {
  /** A day, a month or a year. */
  start: string;
  count: number;
}

const UNITS = { day: [10, 'd LLL yyyy'], month: [7, 'LLL yyyy'], year: [4, 'yyyy'] } as const;
type Unit = keyof typeof UNITS;

/**
 * A drawing of when the found updates were published: one bar for each day (month, year) that has any,
 * each a link to its updates. Empty stretches take no room, because live blogs are days apart, or
 * decades; the axis breaks there. It stretches with the page by percentages, which leave text alone.
 */
export function histogram(days: Histogram | undefined, address: URLSearchParams) {
  const { unit, bars } = coarsen(days?.buckets ?? []);
  if (bars.length < 2) return '';
  const highest = Math.max(...bars.map(({ count }) => count));
  const { slots, length, labels, stretches } = axis(bars.map(({ start }) => start));
  const caption = `Updates per ${unit}, ${span(bars[0]!.start, bars.at(-1)!.start, UNITS[unit][1])}`;
  return html`<figure class="histogram">
    <svg width="${length * SLOT}" height="${HEIGHT + LABELS}" role="group" aria-label="${caption}">
      ${bars.map((bar, i) => drawn(bar, unit, slots[i]! / length, 1 / length, highest, address))}
      ${stretches.map(([first, last]) => line(first / length, (last + FILL) / length))} ${labels.map(label)}
    </svg>
    <figcaption aria-hidden="true">${caption}</figcaption>
  </figure>`;
}

function drawn(
  { start, count }: Bar,
  unit: Unit,
  x: number,
  width: number,
  highest: number,
  address: URLSearchParams,
) {
  const height = Math.max(3, Math.round((count / highest) * HEIGHT));
  const name = `${dayName(start, UNITS[unit][1])}: ${counted(count, 'update')}`;
  return html`<a href="${href(within(address, start))}" aria-label="${name}"
    ><title>${name}</title
    ><rect class="ground" x="${percent(x)}" y="0" width="${percent(width * FILL)}" height="${HEIGHT}" /><rect
      class="bar"
      x="${percent(x)}"
      y="${HEIGHT - height}"
      width="${percent(width * FILL)}"
      height="${height}"
  /></a>`;
}

const line = (from: number, to: number) =>
  html`<line x1="${percent(from)}" x2="${percent(to)}" y1="${HEIGHT + 0.5}" y2="${HEIGHT + 0.5}" />`;

const label = ({ text, at, screen }: AxisLabel) =>
  html`<text aria-hidden="true" class="${screen}" x="${percent(at)}" y="${HEIGHT + 16}">${text}</text>`;

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

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

/** The same search within a day, a month or a year. */
function within(address: URLSearchParams, start: string): URLSearchParams {
  const [year, month] = start.split('-').map(Number);
  const first = `${start}-01-01`.slice(0, 10);
  const lastOfMonth = new Date(Date.UTC(year!, month ?? 12, 0)).toISOString().slice(0, 10);
  const last = start.length === 10 ? start : lastOfMonth;
  return setting(setting(dropping(address, 'day'), 'from', first), 'to', last);
}
