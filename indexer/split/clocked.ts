import type { Block } from '../document.ts';
import { directionOf } from './clock-walk.ts';
import { isEmpty, toBlock, type Cut, type Dialect } from './dialect.ts';
import { mostGoOn, withoutFalse } from './false-marks.ts';
import { findHeadlines } from './headlines.ts';
import { mayBeHeadline, textAt, type Line } from './lines.ts';
import {
  breakAtMarks,
  findMarks,
  looksLikeYear,
  opensProse,
  textAfter,
  toFinder,
  type Mark,
  type MarkFinder,
  type MarkPattern,
} from './marks.ts';
import { daysOf, findDateLines, type DateLine } from './named-days.ts';
import { dayNamedIn, dayOfLine } from './page-day.ts';
import { zoneNamedIn, zoneOfMarks } from './page-zone.ts';

export interface ClockedDialect extends MarkPattern {
  name: string;
  /** How often lines that look like its marks are marks: 1 where nothing else looks like them. */
  trust: number;
  /** A page with fewer marks is an article with a few clock times. Absent: `LEAST_MARKS`. */
  leastMarks?: number;
  /** May a headline follow a mark that stands alone on its line? */
  headlines?: boolean;
}

/** Two clocks stand in many an ordinary article; only marks that say `Update` are believed in pairs. */
const LEAST_MARKS = 3;
/** What remains of the trust in marks of which most go on in lower case, as sentences and timetables do. */
const SENTENCES_TRUST = 0.5;
/** An article hardly has more paragraphs than this that begin with a clock. */
const MOST_CLOCKS_OF_PROSE = 8;
const SUMMARY = /^(?:\w+ )?summary$/iu;
/** A page with this share of marks, weighted by how many they are, is as likely a live blog as not. */
const EVEN = 0.4;

/** A dialect in which a clock at the start of a line opens an update: little more than its pattern. */
export function clocked(dialect: ClockedDialect): Dialect {
  const { name, trust, leastMarks = LEAST_MARKS, headlines = false, ...pattern } = dialect;
  const finder = toFinder(pattern);
  return {
    name,
    score: (lines) => trust * scoreOf(lines, finder, leastMarks),
    cut(original) {
      const lines = breakAtMarks(original, finder);
      const found = findMarks(lines, finder);
      const { marks, dateLines } = findTrue(found, lines, finder);
      const cut = cutAt(marks, lines, headlines, dateLines);
      const left = found.length - marks.length;
      return left > 0
        ? { ...cut, notes: [`${left} ${left === 1 ? 'clock' : 'clocks'} out of order taken as text`] }
        : cut;
    },
  };
}

/** Many marks, close together, hardly a false one among them, whose clocks run in one direction and open prose: 1. */
function scoreOf(lines: readonly Line[], finder: MarkFinder, leastMarks: number): number {
  const candidates = findMarks(lines, finder);
  if (candidates.length < leastMarks || candidates.every(looksLikeYear)) return 0;
  const { marks } = findTrue(candidates, lines, finder);
  if (marks.length < leastMarks) return 0;
  const maySpeak = leastMarks === LEAST_MARKS && marks.length <= MOST_CLOCKS_OF_PROSE;
  const sentences = maySpeak && mostGoOn(marks, lines);
  const { clarity } = directionOf(marks.map(({ time }) => time.clock));
  const filled = lines.reduce((sum, { text }) => sum + (text ? 1 : 0), 0);
  const weight = (marks.length * marks.length) / filled;
  const prose = marks.filter((mark) => opensProse(mark, lines)).length / candidates.length;
  return clarity * prose * (weight / (weight + EVEN)) * (sentences ? SENTENCES_TRUST : 1);
}

/** The marks without those that are text, and the lines that say on which day the others are. */
function findTrue(
  found: Mark[],
  lines: readonly Line[],
  finder: MarkFinder,
): { marks: Mark[]; dateLines: DateLine[] } {
  const dateLines = findDateLines(lines, found);
  const sections = sectionsOf(found, dateLines);
  return { marks: sections.flatMap((section) => withoutFalse(section, lines, finder)), dateLines };
}

/** The marks between two date lines, whose clocks have nothing to do with those of other days. */
function sectionsOf(marks: Mark[], dateLines: readonly DateLine[]): Mark[][] {
  const heading = (mark: Mark) => dateLines.findLastIndex(({ at }) => at < mark.at);
  return [...Map.groupBy(marks, heading).values()];
}

function cutAt(
  marks: Mark[],
  lines: readonly Line[],
  headlines: boolean,
  dateLines: readonly DateLine[],
): Cut {
  const head = lines.slice(0, marks[0]?.at ?? lines.length);
  const titleAt = head.findIndex(({ text }) => text);
  const title =
    mayBeHeadline(textAt(head, titleAt)) && !isAboutTimes(textAt(head, titleAt))
      ? textAt(head, titleAt)
      : undefined;
  const start = { kind: 'intro', boundary: 'marked' } as const;
  const intro = toBlock(
    head,
    title ? titleAt + 1 : 0,
    dateLines.find(({ at }) => at < head.length)?.at ?? head.length,
    start,
  );
  const ends = marks.map((mark, i) => {
    const next = marks[i + 1]?.at ?? lines.length;
    return dateLines.find(({ at }) => at > mark.at && at < next)?.at ?? next;
  });
  const titles = headlines ? headlinesOf(marks, ends, lines) : new Map<Mark, number>();
  const updates = marks.map((mark, i) => updateAt(lines, mark, ends[i]!, titles.get(mark)));
  const { newestFirst } = directionOf(marks.map(({ time }) => time.clock));
  const days = daysOf(marks, dateLines, newestFirst);
  const named = zoneNamedIn(head);
  const [zone, day] = [named ?? zoneOfMarks(marks), dayNamedIn(head)];
  return {
    ...(title && { title }),
    blocks: [intro, ...updates].filter((block) => !isEmpty(block)),
    ...(zone && { zone }),
    ...(day && { day }),
    ...(days && { days: new Map(updates.map((update, i) => [update, days[i]!])) }),
  };
}

function updateAt(
  lines: readonly Line[],
  { at, length, time }: Mark,
  end: number,
  titleAt: number | undefined,
): Block {
  const rest = textAt(lines, at).slice(length).trim();
  const title = titleAt === undefined ? undefined : textAt(lines, titleAt);
  const kind = title && SUMMARY.test(title) ? 'summary' : 'update';
  const first = { text: rest, number: lines[at]!.number };
  const body = [first, ...lines.slice((titleAt ?? at) + 1, end)];
  return toBlock(body, 0, body.length, { kind, boundary: 'marked', time, ...(title && { title }) });
}

/** The lines of the headlines below the marks that stand alone on theirs. */
function headlinesOf(
  marks: readonly Mark[],
  ends: readonly number[],
  lines: readonly Line[],
): Map<Mark, number> {
  const alone = marks.flatMap((mark, i) =>
    textAfter(mark, lines).trim() ? [] : [{ mark, from: mark.at + 1, end: ends[i]! }],
  );
  const found = findHeadlines(alone, lines, isHeadline);
  return new Map(alone.flatMap(({ mark }, i) => (found[i] === undefined ? [] : [[mark, found[i]]])));
}

/** A short line without an end mark, before more text. */
const isHeadline = (text: string, goesOn: boolean): boolean =>
  goesOn && mayBeHeadline(text) && /^["“‘'(]?[\p{Lu}\p{N}]/u.test(text);

/** Only says when, or in which zone: `Saturday 1 June 2024`, `All times GMT`, `Last updated 3pm`. */
const isAboutTimes = (text: string) =>
  dayOfLine(text) !== undefined ||
  /^\(?(?:(?:last )?updated\b|(?:all )?times (?:are |in |[A-Z]{2,5}\b))/iu.test(text);
