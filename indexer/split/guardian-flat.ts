import type { Block } from '../document.ts';
import { isBoilerplate } from './boilerplate.ts';
import { isEmpty, toBlock, type Dialect } from './dialect.ts';
import { embedAt, isHandle, writtenDay } from './embeds.ts';
import { hasAtMostWords, hasEndMark, textAt, wordCount, type Line } from './lines.ts';

const UPDATED = 'Updated';
const SUMMARY = 'Summary';
const DOTS = '...';
const MOST_HEADING_WORDS = 10;
/** A record this long without any mark inside may be several stories. */
const LONG_RUN_WORDS = 300;
/** Copies that kept their clocks have the same trailers: where clocks are as clear, they win. */
const MOST_SCORE = 0.9;
const ONE_MARK_SCORE = 0.5;

/**
 * The Guardian's live blogs, flattened to text: no clocks, newest first. A line `Updated` ends a
 * block, `Summary` or a lone `...` opens one, and so does a heading, which nothing but its looks
 * tells from prose: what a heading alone opens is `inferred`.
 */
export const guardianFlat: Dialect = {
  name: 'guardian-flat',
  score(lines) {
    const marks = lines.filter(({ text }) => text === UPDATED || text === SUMMARY).length;
    return marks === 0 ? 0 : MOST_SCORE - (MOST_SCORE - ONE_MARK_SCORE) / marks;
  },
  cut(lines) {
    const titleAt = lines.findIndex(({ text }) => text);
    const starts = startsAfter(lines, titleAt + 1);
    const first = starts[0]?.at ?? lines.length;
    const intro = toBlock(lines, titleAt + 1, first, { kind: 'intro', boundary: 'marked' });
    const updates = starts.map((start, i) => updateAt(lines, start, starts[i + 1]?.at ?? lines.length));
    const blocks = [intro, ...updates].filter((block) => !isEmpty(block));
    return { title: textAt(lines, titleAt), blocks, newestFirst: true, notes: longRuns(updates) };
  },
};

interface Start {
  at: number;
  boundary: Block['boundary'];
}

/** Where updates start: the standfirst ends at the first mark, heading, or blank line after its text. */
function startsAfter(lines: readonly Line[], from: number): Start[] {
  const starts: Start[] = [];
  let open = true;
  let at = standfirstEnd(lines, from);
  while (at < lines.length) {
    const line = textAt(lines, at);
    const embed = embedAt(lines, at);
    if (line === UPDATED) open = true;
    else if (line && (open || line === SUMMARY || line === DOTS)) {
      starts.push({ at, boundary: 'marked' });
      open = false;
    } else if (!embed && isHeading(lines, at)) starts.push({ at, boundary: 'inferred' });
    at = embed?.next ?? at + 1;
  }
  return starts;
}

/** The standfirst is one run of lines, boilerplate aside; a page may have none. */
function standfirstEnd(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && (!textAt(lines, at) || isBoilerplate(textAt(lines, at)))) at++;
  const startsAtOnce = textAt(lines, at) === SUMMARY || textAt(lines, at) === DOTS || isHeading(lines, at);
  if (startsAtOnce) return at;
  while (at < lines.length && textAt(lines, at)) at++;
  return at;
}

function updateAt(lines: readonly Line[], { at, boundary }: Start, end: number): Block {
  const line = textAt(lines, at);
  const kind = line === SUMMARY ? 'summary' : 'update';
  const title = line === SUMMARY || isHeading(lines, at) ? line : undefined;
  const from = title || line === DOTS ? at + 1 : at;
  const body = lines.slice(from, end).filter(({ text }) => text !== UPDATED);
  const block = toBlock(body, 0, body.length, { kind, boundary, ...(title && { title }) });
  return { ...block, line: lines[at]!.number };
}

/**
 * A heading is a short line in sentence case, without an end mark, alone between blank lines and
 * followed by prose; it is no link, date, handle or quote.
 */
function isHeading(lines: readonly Line[], at: number): boolean {
  const line = textAt(lines, at);
  if (!line || !hasAtMostWords(line, MOST_HEADING_WORDS) || hasEndMark(line)) return false;
  if (textAt(lines, at - 1) || textAt(lines, at + 1)) return false;
  if (!/^[\p{Lu}\p{N}]/u.test(line) || isNameOnly(line)) return false;
  if (
    /^(read|watch|listen|see|follow|here)\b.*\bhere$|^(read|watch) /iu.test(line) ||
    isHandle(line) ||
    writtenDay(line)
  )
    return false;
  return isProse(textAt(lines, at + 2));
}

const isNameOnly = (line: string) =>
  line.split(' ').every((word) => /^[\p{Lu}\d(@]/u.test(word)) && wordCount(line) > 1;

const isProse = (line: string) =>
  line !== UPDATED && line !== SUMMARY && (hasEndMark(line) || !hasAtMostWords(line, MOST_HEADING_WORDS));

function longRuns(blocks: Block[]): string[] {
  const long = blocks.filter(
    ({ kind, text }) => kind === 'update' && wordCount(text) > LONG_RUN_WORDS,
  ).length;
  return long === 0
    ? []
    : [`${long} ${long === 1 ? 'record' : 'records'} may hold several updates: long, without a mark inside`];
}
