import { clocked } from './clocked.ts';
import { readClock, TWELVE_HOURS, WEEKDAY, withDate, ZONE } from './wall-clock.ts';

const TIME = withDate(`${TWELVE_HOURS}(?: ${ZONE})?(?:,? ${WEEKDAY}(?!,? (?:\\d|\\p{Lu})))?`);

/**
 * The word before the clock: `UPDATE (3:00 PM EST)`, `Update, 3:00 p.m.:`. A line `Updated at 6.20pm
 * GMT` is no mark: it ends an update of the Guardian.
 */
export const updateClock = clocked({
  name: 'update-clock',
  trust: 1,
  leastMarks: 2,
  headlines: true,
  inside: 'where it fits',
  holds: /UPDATE|Update/u,
  source: `(?!Updated at [^:]*$)(?:UPDATED?|Updated?)(?: ?#?\\d{1,3}(?= ?[(:,]))?(?::? ?\\(${TIME}[^()]{0,40}\\) ?:? ?|(?:[:,]| at)? ${TIME}(?: ?[:–—](?=\\s|$)| --?(?=\\s)|$) ?)`,
  read: ({ groups }) => readClock(groups!),
});
