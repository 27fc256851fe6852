import { DateTime } from 'luxon';
import type { UpdateRecord } from '../src/record.ts';
import type { SourceDocument, SplitDocument } from './document.ts';
import { looksLikeTimetable } from './timetable.ts';

/** A pause this many times as long as the usual one in the blog is worth a look: a piece may be missing. */
const LONG_PAUSE = 20;
const SHORTEST_PAUSE_SECONDS = 3 * 3600;
const MOST_LISTED = 5;

/**
 * What the ingest doctor says of a document beside its problems and notes: how it was read, and what
 * looks odd. `option` is the zone that the command line gives.
 */
export function diagnose(
  { content }: SourceDocument,
  split: SplitDocument,
  records: UpdateRecord[],
  option?: string,
): string[] {
  if (records.length === 0) return [];
  const beside = 'text' in content ? 'its side file says so' : 'its data or its side file says so';
  const given = option ? 'given with --time-zone' : beside;
  return [
    ...kinds(split),
    clock(split, records, given),
    ...(looksLikeTimetable(split) ? [TIMETABLE] : []),
    ...future(records),
    ...gaps(records),
    ...duplicates(records),
  ];
}

const TIMETABLE =
  'looks like a timetable: short lines, oldest first, all on quarters of an hour; if it is one, --dialect article keeps it together';

function future(records: UpdateRecord[]): string[] {
  const ahead = records.filter(({ publishedTs }) => publishedTs * 1000 > Date.now());
  const [first] = ahead;
  return first
    ? [`${ahead.length} in the future, from ${first.publishedAt} on: a programme, or another day or zone?`]
    : [];
}

/** Which updates are special, or not sure; nothing where all are plain. */
function kinds({ updates }: SplitDocument): string[] {
  const special = ['intro', 'summary'].map(
    (kind) => [updates.filter((update) => update.kind === kind).length, kind] as const,
  );
  const inferred = updates.filter(({ boundary }) => boundary === 'inferred').length;
  const counts = [...special, [inferred, 'opened by a heading alone'] as const].filter(
    ([count]) => count > 0,
  );
  return counts.length > 0
    ? [`among them ${counts.map(([count, what]) => `${count} ${what}`).join(', ')}`]
    : [];
}

/** From when to when, on which clock, and what says so. */
function clock({ zones }: SplitDocument, records: UpdateRecord[], given: string): string {
  const [first, last] = [records[0]!, records.at(-1)!];
  const reasons = {
    given,
    source: 'its updates say so',
    offset: 'only its offset is known, from the times',
    default: 'assumed, because nothing names one; the setting TIME_ZONE says which',
  };
  const told = zones.map(({ zone, from, updates }) => {
    const of = zones.length > 1 ? `${updates} of ${records.length}: ` : '';
    return `${zone} (${of}${typeof from === 'string' ? reasons[from] : from.words})`;
  });
  return `${first.publishedAt} to ${last.publishedAt}, clock of ${told.join(' and ')}`;
}

/** Pauses that stick out: nights do in a long blog, a lost piece does in any. */
function gaps(records: UpdateRecord[]): string[] {
  const clocked = records.filter(({ timePrecision }) => timePrecision !== 'day');
  const pauses = clocked
    .slice(1)
    .map((record, i) => ({ record, seconds: record.publishedTs - clocked[i]!.publishedTs }));
  const usual =
    pauses.map(({ seconds }) => seconds).sort((a, b) => a - b)[Math.floor(pauses.length / 2)] ?? 0;
  const long = pauses.filter(({ seconds }) => seconds > Math.max(SHORTEST_PAUSE_SECONDS, usual * LONG_PAUSE));
  return long.slice(0, MOST_LISTED).map(({ record, seconds }) => {
    const at = DateTime.fromISO(record.publishedAt, { setZone: true }).toFormat('d LLL yyyy, HH:mm', {
      locale: 'en',
    });
    return `nothing for ${Math.round(seconds / 3600)} hours before ${at}`;
  });
}

function duplicates(records: UpdateRecord[]): string[] {
  const same = [...Map.groupBy(records, ({ title = '', text }) => `${title}\n${text}`).values()].filter(
    ({ length }) => length > 1,
  );
  return same
    .slice(0, MOST_LISTED)
    .map(
      (group) => `the same text ${group.length} times: "${(group[0]!.title ?? group[0]!.text).slice(0, 60)}"`,
    );
}
