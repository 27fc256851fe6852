import { clocked } from './clocked.ts';
import { KNOWN_ZONE, readClock, TWELVE_HOURS } from './wall-clock.ts';

/** `8:05 p.m. ET text`: without a zone only before a capital, because sentences begin with a clock too. */
export const clockLead = clocked({
  name: 'clock-lead',
  trust: 0.95,
  inside: 'where it fits',
  source: `${TWELVE_HOURS} (?:${KNOWN_ZONE} (?![:–—-])|(?=["“‘']?\\p{Lu})(?!\\p{Lu}{1,5}(?: ?[:–—]| -|$)))`,
  read: ({ groups }) => readClock(groups!),
});
