import { clocked } from './clocked.ts';
import { DAY_HOURS, readClock, TWELVE_HOURS, withDate, ZONE } from './wall-clock.ts';

/**
 * The Guardian's live blogs until 2012, and their copies since: a clock with a colon (`10.45 pm:`,
 * `- 10.24am:`, `10am ET:`) or alone on its line (`6.14pm GMT`).
 */
export const guardianClock = clocked({
  name: 'guardian-clock',
  trust: 1,
  headlines: true,
  inside: 'where it fits',
  holds: /:\s/u,
  source: `(?:[-–•*] )?${withDate(`(?:${TWELVE_HOURS}|${DAY_HOURS})(?: ${ZONE})?`)}(?: ?:(?=\\s|$)|$) ?`,
  read: ({ 0: mark, groups }) => {
    const isNumber = groups?.['hour24'] && !groups['zone'] && !mark.includes(':');
    return isNumber ? undefined : readClock(groups!);
  },
});
