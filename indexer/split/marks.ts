import { directionOf, walkClocks } from './clock-walk.ts';
import { hasEndMark, textAt, type Line } from './lines.ts';
import type { MarkTime } from './wall-clock.ts';

/** How a dialect writes its marks. */
export interface MarkPattern {
  /** The mark at the start of a line, as a pattern whose groups `read` understands. */
  source: string;
  read: (match: RegExpExecArray) => MarkTime | undefined;
  /**
   * Flattened copies carry marks inside a line. Brackets are marks wherever they stand; a plain clock
   * only before a capital, where its time lies between those of its neighbors.
   */
  inside: 'anywhere' | 'where it fits';
  /** What every mark inside a line holds: cheap to look for, so that most lines are not searched further. */
  holds: RegExp;
}

/** A line that opens an update. */
export interface Mark {
  at: number;
  /** Where the text after the mark begins. */
  length: number;
  time: MarkTime;
}

/** Compiled once for each dialect. */
export interface MarkFinder {
  atStart: RegExp;
  within: RegExp;
  pattern: MarkPattern;
}

/** A clock after one of these belongs to its sentence: `It ended at 3pm. Nobody …`. */
const PREPOSITION = '\\b(?:at|about|around|by|from|until|till|to|before|after|since|between|and)\\s';

export function toFinder(pattern: MarkPattern): MarkFinder {
  const before = pattern.inside === 'anywhere' ? '(?<=\\S\\s?)' : `(?<=\\S\\s)(?<!${PREPOSITION})`;
  const after = pattern.inside === 'anywhere' ? '' : '(?=["“‘\'(]?\\p{Lu})';
  return {
    atStart: new RegExp(`^(?:${pattern.source})`, 'u'),
    within: new RegExp(`${before}(?:${pattern.source})${after}`, 'gu'),
    pattern,
  };
}

/** The lines that begin with a mark. */
export function findMarks(lines: readonly Line[], { atStart, pattern }: MarkFinder): Mark[] {
  const marks: Mark[] = [];
  lines.forEach(({ text }, at) => {
    const match = text ? atStart.exec(text) : null;
    const time = match && pattern.read(match);
    if (match && time) marks.push({ at, length: match[0].length, time });
  });
  return isDateline(marks, lines) ? marks.slice(1) : marks;
}

/** Is the first mark the dateline of a page whose updates show the clock alone? */
function isDateline([first, ...marks]: Mark[], lines: readonly Line[]): boolean {
  if (!first?.time.date || textAfter(first, lines)) return false;
  return marks.filter(({ time }) => time.date).length * 2 < marks.length;
}

/** Gives every mark a line of its own, also those that a flattened copy carries inside a line. */
export function breakAtMarks(lines: readonly Line[], finder: MarkFinder): Line[] {
  const marks = findMarks(lines, finder);
  const { newestFirst, clarity } = directionOf(marks.map(({ time }) => time.clock));
  let next = 0;
  let before: MarkTime | undefined;
  const broken: Line[] = [];
  lines.forEach((line, at) => {
    const own = marks[next]?.at === at ? marks[next++] : undefined;
    before = own?.time ?? before;
    const cuts: number[] = [];
    for (const match of marksInside(line.text, finder)) {
      const time = finder.pattern.read(match);
      const isMark =
        time &&
        (finder.pattern.inside === 'anywhere' ||
          (clarity > 0 && fits(time, before, marks[next]?.time, newestFirst)));
      if (!isMark || match.index < (own?.length ?? 1)) continue;
      cuts.push(match.index);
      before = time;
    }
    if (cuts.length === 0) broken.push(line);
    else for (const piece of cutAt(line, cuts)) broken.push(piece);
  });
  return broken;
}

/** Dates make the search slow, which most lines are spared. */
function marksInside(text: string, { within, pattern }: MarkFinder): Iterable<RegExpExecArray> {
  return pattern.holds.test(text) ? text.matchAll(within) : [];
}

const cutAt = ({ text, number }: Line, cuts: number[]): Line[] =>
  [0, ...cuts].map((from, i) => ({ text: text.slice(from, cuts[i]).trim(), number }));

/** Does a clock stand between its neighbors? Beside a page's first or last mark one must do. */
function fits(
  { clock }: MarkTime,
  before: MarkTime | undefined,
  after: MarkTime | undefined,
  newestFirst: boolean,
): boolean {
  const around = [before?.clock, clock, after?.clock].flatMap((one) => one ?? []);
  const chronological = newestFirst ? around.toReversed() : around;
  const placed = walkClocks(chronological.map((one) => ({ ...one, ofDay: true as const })));
  const span = placed.at(-1)!.at - placed[0]!.at;
  return placed.length > 1 && placed.every(({ role }) => role === 'fits') && span < MOST_MINUTES_AROUND;
}

/** A clock inside a line is a mark if page and clock leave no longer silence than this around it. */
const MOST_MINUTES_AROUND = 300;

export const textAfter = ({ at, length }: Mark, lines: readonly Line[]) => textAt(lines, at).slice(length);

export const looksLikeYear = ({ time: { clock } }: Mark): boolean =>
  clock.ofDay === true && (clock.hour === 19 || clock.hour === 20);

/** Does prose follow the mark, rather than an entry of a timetable? */
export function opensProse(mark: Mark, lines: readonly Line[]): boolean {
  const near = [textAfter(mark, lines), ...lines.slice(mark.at + 1, mark.at + 5).map(({ text }) => text)];
  return near.some((text) => text !== '' && (hasEndMark(text) || text.length >= SENTENCE_LENGTH));
}

const SENTENCE_LENGTH = 50;
