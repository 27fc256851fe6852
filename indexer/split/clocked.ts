import type { Block } from '../document.ts';
import { directionOf } from './clock-walk.ts';
import { isEmpty, toBlock, type Cut, type Dialect } from './dialect.ts';
import { withoutFalse } from './false-marks.ts';
import { hasAtMostWords, hasEndMark, textAt, type Line } from './lines.ts';
import {
  breakAtMarks,
  findMarks,
  looksLikeYear,
  opensProse,
  toFinder,
  type Mark,
  type MarkFinder,
  type MarkPattern,
} from './marks.ts';
import { dayNamedIn } from './page-day.ts';
import { zoneNamedIn, zoneOfMarks } from './page-zone.ts';

export interface ClockedDialect extends MarkPattern {
  name: string;
  /** How often lines that look like its marks are marks: 1 where nothing else looks like them. */
  trust: number;
  /** May a headline follow a mark that stands alone on its line? */
  headlines?: boolean;
}

const MOST_TITLE_WORDS = 20;
const SUMMARY = /^(?:\w+ )?summary$/iu;
/** A page with this share of marks, weighted by how many they are, is as likely a live blog as not. */
const EVEN = 0.4;

/** A dialect in which a clock at the start of a line opens an update: little more than its pattern. */
export function clocked({ name, trust, headlines = false, ...pattern }: ClockedDialect): Dialect {
  const finder = toFinder(pattern);
  return {
    name,
    score: (lines) => trust * scoreOf(lines, finder),
    cut(original) {
      const lines = breakAtMarks(original, finder);
      const marks = withoutFalse(findMarks(lines, finder), lines, finder);
      return cutAt(marks, lines, headlines);
    },
  };
}

/** Many marks, close together, hardly a false one among them, whose clocks run in one direction and open prose: 1. */
function scoreOf(lines: readonly Line[], finder: MarkFinder): number {
  const candidates = findMarks(lines, finder);
  if (candidates.length < 2 || candidates.every(looksLikeYear)) return 0;
  const marks = withoutFalse(candidates, lines, finder);
  const { clarity } = directionOf(marks.map(({ time }) => time.clock));
  const filled = lines.reduce((sum, { text }) => sum + (text ? 1 : 0), 0);
  const weight = (marks.length * marks.length) / filled;
  const prose = marks.filter((mark) => opensProse(mark, lines)).length / candidates.length;
  return clarity * prose * (weight / (weight + EVEN));
}

function cutAt(marks: Mark[], lines: readonly Line[], headlines: boolean): Cut {
  const head = lines.slice(0, marks[0]?.at ?? lines.length);
  const titleAt = head.findIndex(({ text }) => text);
  const title = isTitle(textAt(head, titleAt)) ? textAt(head, titleAt) : undefined;
  const start = { kind: 'intro', boundary: 'marked' } as const;
  const intro = toBlock(head, title ? titleAt + 1 : 0, head.length, start);
  const updates = marks.map((mark, i) => updateAt(lines, mark, marks[i + 1]?.at ?? lines.length, headlines));
  const named = zoneNamedIn(head);
  const [zone, day] = [named ?? zoneOfMarks(marks), dayNamedIn(head)];
  return {
    ...(title && { title }),
    blocks: [intro, ...updates].filter((block) => !isEmpty(block)),
    ...(zone && { zone }),
    ...(day && { day }),
  };
}

function updateAt(
  lines: readonly Line[],
  { at, length, time }: Mark,
  end: number,
  headlines: boolean,
): Block {
  const rest = textAt(lines, at).slice(length).trim();
  const titleAt = headlines && !rest ? headlineAfter(lines, at, end) : undefined;
  const title = titleAt === undefined ? undefined : textAt(lines, titleAt);
  const kind = title && SUMMARY.test(title) ? 'summary' : 'update';
  const first = { text: rest, number: lines[at]!.number };
  const body = [first, ...lines.slice((titleAt ?? at) + 1, end)];
  return toBlock(body, 0, body.length, { kind, boundary: 'marked', time, ...(title && { title }) });
}

/** Where the headline of an update stands: a short line without an end mark, before more text. */
function headlineAfter(lines: readonly Line[], mark: number, end: number): number | undefined {
  let at = mark + 1;
  while (at < end && !textAt(lines, at)) at++;
  if (at >= end || !isTitle(textAt(lines, at)) || !/^["“‘'(]?[\p{Lu}\p{N}]/u.test(textAt(lines, at)))
    return undefined;
  return lines.slice(at + 1, end).some(({ text }) => text) ? at : undefined;
}

const isTitle = (text: string) => text !== '' && hasAtMostWords(text, MOST_TITLE_WORDS) && !hasEndMark(text);
