import { clocked } from './clocked.ts';
import { DATE } from './page-day.ts';
import { readClock, TWELVE_HOURS, WEEKDAY, ZONE, type Groups, type MarkTime } from './wall-clock.ts';

/** One of the clocks in a bracket; the page may forget AM and PM, and the zone. */
const CLOCK = new RegExp(
  `^(?:at )?(?:${TWELVE_HOURS}|(?<hour>1[0-2]|0?\\d)[.:](?<minute>[0-5]\\d))(?: ${ZONE})?(?:,? ${WEEKDAY})?(?<place> (?:in )?\\p{Lu})?`,
  'u',
);

/** `Thursday, January 27`, or the weekday alone. */
const DATE_BESIDE = new RegExp(`${DATE}|, ${WEEKDAY}\\b`, 'u');

/** Most brackets have none, which is cheap to see. */
const MAY_BE_DATE = /\p{L}\p{Ll}{2}|\d{4}-/u;

/**
 * CNN: `(Update 5:16 a.m. Thursday in Cairo, 10:16 p.m. ET Wednesday) text`, `(Updated 7:40 p.m.
 * (0240 in Egypt)) text`, with or without a date. The clock with a zone counts, else the one without a place.
 */
export const cnnBrackets = clocked({
  name: 'cnn-brackets',
  trust: 1,
  leastMarks: 2,
  inside: 'anywhere',
  holds: /\((?:[Uu]pdate|UPDATE|[Pp]osted)/u,
  // Sometimes the last bracket is missing.
  source:
    '\\((?:[Uu]pdated?|UPDATED?|[Pp]osted):? (?<body>\\D{0,4}\\d?[^()]{1,80}(?:\\([^()]{1,40}\\)\\)?|\\))) ?',
  read: ({ groups }) => readBody(groups!['body']!),
});

function readBody(body: string): MarkTime | undefined {
  const parts = body.split(/, | ?\(/u);
  const clocks = parts.flatMap((part, at) => {
    const groups: Groups | undefined = CLOCK.exec(part)?.groups;
    return groups ? [{ at, groups }] : [];
  });
  const chosen =
    clocks.find(({ groups }) => groups['zone']) ?? clocks.find(({ groups }) => !groups['place']) ?? clocks[0];
  if (!chosen) return undefined;
  const next = clocks.find(({ at }) => at > chosen.at)?.at;
  const beside = parts.slice(chosen === clocks[0] ? 0 : chosen.at, next).join(', ');
  const { weekday, ...date } = (MAY_BE_DATE.test(beside) && DATE_BESIDE.exec(beside)?.groups) || {};
  const { groups } = chosen;
  return readClock({ ...groups, ...date, weekday: groups['weekday'] ?? weekday });
}
