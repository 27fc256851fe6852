import { clocked } from './clocked.ts';
import { readClock } from './wall-clock.ts';

/** The BBC's live pages: `2358 text`, all times in the zone that the head of the page names. */
export const bbcClock = clocked({
  name: 'bbc-clock',
  // Years and counts look like its marks.
  trust: 0.95,
  headlines: true,
  inside: 'where it fits',
  holds: /\d{4}/u,
  source: '(?<hour24>[01]\\d|2[0-3])(?<minute24>[0-5]\\d)(?: (?<zone>GMT|BST))?(?: ?[:–—]| -)?(?:\\s|$)',
  read: ({ groups }) => readClock(groups!),
});
