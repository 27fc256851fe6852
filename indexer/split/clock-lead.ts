import { clocked } from './clocked.ts';
import { IS_KNOWN_ZONE, KNOWN_ZONE, readClock, SECOND_CLOCK, TWELVE_HOURS, withDate } from './wall-clock.ts';

/** The same moment on another clock: `ET/12:30 GMT`, `ET (1230 GMT)`. */
const ELSEWHERE = '(?: ?[/|(] ?\\d{1,2}[.:]?(?:[0-5]\\d)?(?: ?[ap]\\.?m\\.?)? [A-Z]{2,5}\\b\\)?)';
/** A colon or a dash right after the zone is the mark of other dialects. */
const AFTER_ZONE = `(?: [Tt]ime\\b${ELSEWHERE}?|${ELSEWHERE}|(?! ?[:–—]| --?))`;
const ZONED = withDate(`${TWELVE_HOURS},? ${KNOWN_ZONE}${AFTER_ZONE}`);
const PUNCTUATION = `(?:(?: ?[,:|/–—]| --?)(?=\\s|$)|(?= ))(?! ?(?:${SECOND_CLOCK})) ?`;
/** A word in capitals before a colon or a dash is a zone that nobody listed. */
const CAPITAL = `(?=["“‘']?\\p{Lu})(?!${IS_KNOWN_ZONE})(?!\\p{Lu}{1,5}(?: ?[:–—]| -|$))`;

/** `8:05 p.m. ET text`: without a zone only before a capital, because sentences begin with a clock too. */
export const clockLead = clocked({
  name: 'clock-lead',
  trust: 0.95,
  headlines: true,
  inside: 'where it fits',
  holds: /\d ?[AaPp]\.? ?[Mm]\b|[Nn]oon|[Mm]idnight/u,
  source: `(?:${ZONED}${PUNCTUATION}|${withDate(TWELVE_HOURS)} ${CAPITAL})`,
  read: ({ groups }) => readClock(groups!),
});
