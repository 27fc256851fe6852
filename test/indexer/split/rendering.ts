import { readdirSync, readFileSync } from 'node:fs';
import { DateTime, Duration } from 'luxon';
import { shared } from '../../shared.ts';

/** A real update with its true time. */
export interface TrueUpdate {
  title: string | null;
  paragraphs: string[];
  time: DateTime;
}

interface StoredBlog {
  updates: { title: string | null; text: string; time: [number, number, number, number, number] }[];
}

/** The Guardian's real blogs, oldest first. */
export const trueBlogs = (): TrueUpdate[][] =>
  readdirSync(shared('corpus/liveblogs'))
    .filter((name) => name.startsWith('guardian'))
    .map((name) => JSON.parse(readFileSync(shared(`corpus/liveblogs/${name}`), 'utf8')) as StoredBlog)
    .map(({ updates }) =>
      updates
        .filter(({ title, text }) => title || text.trim())
        .map(toTrueUpdate)
        .toSorted((a, b) => +a.time - +b.time),
    )
    .map(withoutLongSilence);

const toTrueUpdate = ({ title, text, time }: StoredBlog['updates'][number]): TrueUpdate => ({
  title,
  paragraphs: text.split(/\s*\n\s*/).filter((paragraph) => paragraph.trim()),
  time: DateTime.utc(...time),
});

/** A silence that clocks alone can tell from none: one blog rests for four days, which no clock shows. */
const MOST_SILENCE = { hours: 12 };

/** Shortens silences that are longer than half a day. */
export function withoutLongSilence(blog: TrueUpdate[]): TrueUpdate[] {
  let time = blog[0]!.time;
  return blog.map((update, i) => {
    const gap = i === 0 ? 0 : +update.time - +blog[i - 1]!.time;
    time = time.plus(Math.min(gap, Duration.fromObject(MOST_SILENCE).toMillis()));
    return { ...update, time };
  });
}

/** Puts a blog on one calendar day of a zone: where it stands if it is on one, else from 00:10 on. */
export function onOneDay(blog: TrueUpdate[], zone: string): TrueUpdate[] {
  const first = blog[0]!.time.setZone(zone);
  if (blog.at(-1)!.time.setZone(zone).hasSame(first, 'day')) return blog;
  const start = first.startOf('day').plus({ minutes: 10 });
  const span = blog.at(-1)!.time.diff(first, 'minutes').minutes;
  const factor = Math.min(1, (23 * 60) / span);
  return blog.map((update) => ({
    ...update,
    time: start.plus({ minutes: Math.round(update.time.diff(first, 'minutes').minutes * factor) }),
  }));
}

/** Puts a zone's midnight into the middle of a blog. */
export function acrossMidnight(blog: TrueUpdate[], zone: string): TrueUpdate[] {
  const middle = blog[Math.floor(blog.length / 2)]!.time;
  const midnight = middle.setZone(zone).startOf('day').plus({ days: 1 });
  return blog.map((update) => ({ ...update, time: update.time.plus(midnight.diff(middle)) }));
}

/** How one dialect writes an update; `zone` is that of the time it is given. */
export interface Style {
  dialect: string;
  zone: string;
  /** Lines before the first update. */
  head?: string[];
  /** The mark, which either stands before the first words or on a line of its own. */
  mark: (time: DateTime) => string;
  alone?: true;
}

const format = (pattern: string) => (time: DateTime) => time.toFormat(pattern, { locale: 'en' });
const dotted = (time: DateTime) => `${format('h.mm')(time)}${format('a')(time).toLowerCase()}`;
const american = (time: DateTime) => `${format('h:mm')(time)} ${time.hour < 12 ? 'a.m.' : 'p.m.'}`;
const inCairo = (time: DateTime) => time.setZone('Africa/Cairo');

export const STYLES: Record<string, Style> = {
  'Guardian, `9.40am:`': { dialect: 'guardian-clock', zone: 'UTC', mark: (time) => `${dotted(time)}: ` },
  'Guardian, `- 9.40am:`': { dialect: 'guardian-clock', zone: 'UTC', mark: (time) => `- ${dotted(time)}: ` },
  'Guardian, `9.40am:` alone': {
    dialect: 'guardian-clock', zone: 'UTC', alone: true, mark: (time) => `${dotted(time)}:`,
  },
  'Guardian, `10.20 am ET:`': {
    dialect: 'guardian-clock', zone: 'America/New_York',
    mark: (time) => `${dotted(time).replace(/(?=[ap]m)/, ' ').replace('.00', '')} ET: `,
  },
  'Guardian, `6.14pm GMT` alone': {
    dialect: 'guardian-clock', zone: 'Etc/GMT', alone: true, mark: (time) => `${dotted(time)} GMT`,
  },
  BBC: { dialect: 'bbc-clock', zone: 'Etc/GMT', head: ['(All times GMT.)'], mark: (time) => `${format('HHmm')(time)} ` },
  'CNN, two clocks': {
    dialect: 'cnn-brackets', zone: 'America/New_York',
    mark: (time) =>
      `(Update ${american(inCairo(time))} ${format('cccc')(inCairo(time))} in Cairo, ${american(time)} ET ${format('cccc')(time)}) `,
  },
  'CNN, a clock in the bracket': {
    dialect: 'cnn-brackets', zone: 'America/New_York',
    mark: (time) => `(Updated ${american(time)} ET (${format('HHmm')(inCairo(time))} in Egypt)) `,
  },
  'brackets, `[Updated at …]`': {
    dialect: 'updated-brackets', zone: 'America/New_York', mark: (time) => `[Updated at ${american(time)} ET] `,
  },
  'brackets, two zones': {
    dialect: 'updated-brackets', zone: 'America/New_York',
    mark: (time) => `[Updated ${american(time)} ET, ${american(time.setZone('America/Los_Angeles'))} PT] `,
  },
  '`UPDATE (3:00 PM EST)`': {
    dialect: 'update-clock', zone: 'America/New_York', alone: true, mark: (time) => `UPDATE (${format('h:mm a')(time)} EST)`,
  },
  '`Update, 3:00 p.m.:`': { dialect: 'update-clock', zone: 'UTC', mark: (time) => `Update, ${american(time)}: ` },
  '`11:43 pm –`': {
    dialect: 'clock-dash', zone: 'UTC', mark: (time) => `${format('h:mm a')(time).toLowerCase()} – `,
  },
  '`8:05 p.m. ET`': { dialect: 'clock-lead', zone: 'America/New_York', mark: (time) => `${american(time)} ET ` },
}; // prettier-ignore

export interface Rendered {
  text: string;
  /** Line of the mark → its true moment. */
  marks: Map<number, DateTime>;
  /** Every word outside the marks. */
  words: string[];
}

const TITLE = 'Storm crosses the coast – as it happened';

/** Writes a blog as a page of a style, its updates in the order given. */
export function render(blog: TrueUpdate[], { zone, head = [], mark, alone }: Style): Rendered {
  const lines = [TITLE, ...head];
  const marks = new Map<number, DateTime>();
  const words = wordsOf(lines);
  for (const { title, paragraphs, time } of blog) {
    const content = [...(title ? [title[0]!.toUpperCase() + title.slice(1)] : []), ...paragraphs];
    const shown = mark(time.setZone(zone));
    const [first = '', ...others] = content;
    marks.set(lines.length * 2 + 1, time);
    lines.push(...(alone ? [shown, ...content] : [`${shown}${first}`, ...others]));
    words.push(...wordsOf(content));
  }
  return { text: lines.join('\n\n'), marks, words };
}

export const wordsOf = (texts: string[]): string[] =>
  texts.flatMap((text) => text.split(/\s+/).filter(Boolean));

/** Guardian, flattened: every other update ends with `Updated`; one without it is opened by its heading, if it has one. */
export function renderFlat(blog: TrueUpdate[]): {
  text: string;
  marks: Map<number, undefined>;
  inferred: Set<number>;
  words: string[];
} {
  const head = [TITLE, 'A standfirst.'];
  const lines = [...head];
  const marks = new Map<number, undefined>();
  const inferred = new Set<number>();
  const words = wordsOf(head);
  let open = true;
  blog.forEach(({ title, paragraphs }, i) => {
    const heading =
      title && isFlatHeading(title) && paragraphs[0] && paragraphs[0].length > 80
        ? [title[0]!.toUpperCase() + title.slice(1)]
        : [];
    const line = lines.length * 2 + 1;
    if (open || heading.length > 0) marks.set(line, undefined);
    if (!open && heading.length > 0) inferred.add(line);
    // What isn't marked belongs to the update before: nothing on the page tells.
    lines.push(...heading, ...paragraphs);
    words.push(...wordsOf([...heading, ...paragraphs]));
    open = i % 2 === 0;
    if (open) lines.push('Updated');
  });
  return { text: lines.join('\n\n'), marks, inferred, words };
}

const isFlatHeading = (title: string) =>
  title.split(' ').length <= 10 && /^[a-z][^.!?:;,…]*[a-z]$/.test(title) && title !== 'summary';
