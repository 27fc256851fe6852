import { clocked } from './clocked.ts';
import { readClock, TWELVE_HOURS, WEEKDAY, ZONE, type MarkTime } from './wall-clock.ts';

/** One of the clocks in a bracket; the page may forget AM and PM, and the zone. */
const CLOCK = new RegExp(
  `^(?:at )?(?:${TWELVE_HOURS}|(?<hour>1[0-2]|0?\\d)[.:](?<minute>[0-5]\\d))(?: ${ZONE})?(?:,? ${WEEKDAY})?(?<place> (?:in )?\\p{Lu})?`,
  'u',
);

/**
 * CNN: `(Update 5:16 a.m. Thursday in Cairo, 10:16 p.m. ET Wednesday) text`, `(Updated 7:40 p.m.
 * (0240 in Egypt)) text`. The clock with a zone counts, else the one without a place.
 */
export const cnnBrackets = clocked({
  name: 'cnn-brackets',
  trust: 1,
  leastMarks: 2,
  inside: 'anywhere',
  // Sometimes the last bracket is missing.
  source:
    '\\((?:[Uu]pdated?|UPDATED?|[Pp]osted):? (?<body>\\D{0,4}\\d?[^()]{1,80}(?:\\([^()]{1,40}\\)\\)?|\\))) ?',
  read: ({ groups }) => readBody(groups!['body']!),
});

function readBody(body: string): MarkTime | undefined {
  const parts = body.split(/, | ?\(/u).map((part) => CLOCK.exec(part)?.groups);
  const clocks = parts.filter((groups) => groups !== undefined);
  const chosen = clocks.find(({ zone }) => zone) ?? clocks.find(({ place }) => !place) ?? clocks[0];
  return chosen && readClock(chosen);
}
