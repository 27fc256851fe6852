import { clocked } from './clocked.ts';
import { DAY_HOURS, readClock, SECOND_CLOCK, TWELVE_HOURS, withDate, ZONE } from './wall-clock.ts';

const TIME = withDate(`(?:${TWELVE_HOURS}|${DAY_HOURS})(?: ${ZONE})?`);

/** `11:43 pm – text`. */
export const clockDash = clocked({
  name: 'clock-dash',
  trust: 1,
  inside: 'where it fits',
  holds: /[–—-](?:\s|$)/u,
  source: `(?:[•*] )?${TIME} ?(?:[–—]|--|(?<= )-)(?:\\s|$)(?!${SECOND_CLOCK})`,
  read: ({ groups }) => readClock(groups!),
});
