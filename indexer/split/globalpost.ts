import type { Block, BlockTime } from '../document.ts';
import { isEmpty, toBlock, type Dialect } from './dialect.ts';
import { findHeadlines, type Stretch } from './headlines.ts';
import { mayBeHeadline, textAt, type Line } from './lines.ts';

const HEADER =
  /^UPDATE: (?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4}|\d{2}),? (?<hour>\d{1,2}):(?<minute>\d{2}) ?(?<half>[AP])\.?M\.?(?: (?<zone>[A-Z]{2,5}))?$/iu;
const CREDIT = /^Credit: (?<credit>.+)$/u;
/** Two-digit years up to this one belong to the 21st century. */
const LAST_SHORT_YEAR = 68;

const isHeader = (line: Line) => HEADER.test(line.text);

/**
 * GlobalPost: `UPDATE: 1/22/14 4:10 PM ET` opens an update, a headline and paragraphs follow. What
 * stands before the first header is a picture's caption and credit, or a standfirst.
 */
export const globalpost: Dialect = {
  name: 'globalpost',
  score: (lines) => {
    const headers = lines.filter(isHeader).length;
    return headers < 2 ? headers / 2 : 1;
  },
  cut(lines) {
    const headers = lines.flatMap((line, at) => (isHeader(line) ? [at] : []));
    const stretches = headers.map((at, i) => ({ from: at + 1, end: headers[i + 1] ?? lines.length }));
    const titles = findHeadlines(stretches, lines, isTitle);
    const updates = headers.map((at, i) => updateAt(lines, at, stretches[i]!, titles[i]));
    return { blocks: [intro(lines.slice(0, headers[0])), ...updates].filter((block) => !isEmpty(block)) };
  },
};

function intro(lines: readonly Line[]): Block {
  const credit = lines.map((line) => CREDIT.exec(line.text)?.groups?.['credit']).find(Boolean);
  const prose = lines.filter((line) => !CREDIT.test(line.text));
  const block = toBlock(prose, 0, prose.length, { kind: 'intro', boundary: 'marked' });
  return credit && block.text ? { ...block, media: [{ type: 'image', text: block.text, credit }] } : block;
}

function updateAt(
  lines: readonly Line[],
  header: number,
  { from, end }: Stretch,
  titleAt: number | undefined,
): Block {
  const title = titleAt === undefined ? undefined : textAt(lines, titleAt);
  const time = readHeader(textAt(lines, header));
  const start = { kind: 'update', boundary: 'marked', time, ...(title && { title }) } as const;
  const block = toBlock(lines, titleAt === undefined ? from : titleAt + 1, end, start);
  return { ...block, line: lines[header]!.number };
}

/** A headline may end with what somebody said, its full stop inside the quote. */
const isTitle = (text: string): boolean => mayBeHeadline(text.replace(/['’"”]$/u, ''));

function readHeader(header: string): BlockTime {
  const { month, day, year, hour, minute, half, zone } = HEADER.exec(header)!.groups!;
  const digits = Number(year);
  const shown = {
    year: year!.length === 4 ? digits : digits + (digits <= LAST_SHORT_YEAR ? 2000 : 1900),
    month: Number(month),
    day: Number(day),
    hour: (Number(hour) % 12) + (half!.toUpperCase() === 'P' ? 12 : 0),
    minute: Number(minute),
  };
  return { shown, ...(zone && { zone }) };
}
