import { clocked } from './clocked.ts';
import { DATE } from './page-day.ts';
import { readClock, TWELVE_HOURS, WEEKDAY, ZONE } from './wall-clock.ts';

/** `[Updated at 6:25 p.m. ET] text`, also with a second clock, or with the text inside the bracket. */
export const updatedBrackets = clocked({
  name: 'updated-brackets',
  trust: 1,
  leastMarks: 2,
  inside: 'anywhere',
  holds: /\[(?:[Uu]pdate|UPDATE|[Pp]osted)/u,
  source: `\\[(?:[Uu]pdated?|UPDATED?|[Pp]osted):?,? (?:at )?${TWELVE_HOURS}(?: ${ZONE})?(?:,? ${WEEKDAY}(?!,? (?:\\d|\\p{Lu})))?(?:,? ${DATE})?(?:(?:[,/]| \\()[^\\][]{1,40})?(?:\\]:?|:(?=\\s)) ?`,
  read: ({ groups }) => readClock(groups!),
});
