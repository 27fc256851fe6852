import { clocked } from './clocked.ts';
import { DAY_HOURS, readClock, TWELVE_HOURS, ZONE } from './wall-clock.ts';

/** What makes `11am – 12.30pm` a timetable. */
const SECOND_CLOCK = '\\d{1,2}(?:[.:]\\d\\d)? ?[aApP]\\.?[mM]|\\d{1,2}[.:]\\d\\d|[Nn]oon|[Mm]idnight';

/** `11:43 pm – text`. */
export const clockDash = clocked({
  name: 'clock-dash',
  trust: 1,
  inside: 'where it fits',
  source: `(?:[•*] )?(?:${TWELVE_HOURS}|${DAY_HOURS})(?: ${ZONE})? ?(?:[–—]|--|(?<= )-)(?:\\s|$)(?!${SECOND_CLOCK})`,
  read: ({ groups }) => readClock(groups!),
});
