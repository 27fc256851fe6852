import type { Rule } from './saying.ts';
import { COUNT, countNumber, WEEKDAY, weekdayNumber } from './vocabulary.ts';

/** Days from the update's own. */
const AWAY: Record<string, number> = {
  today: 0,
  tonight: 0,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  yesterday: -1,
  'last night': -1,
  tomorrow: 1,
  'the day before yesterday': -2,
  'the day after tomorrow': 2,
};
/** Papers and programs, not days: `USA Today`. */
const TODAY_IN_NAMES = '\\b(?:USA|Russia|India|Pakistan|Psychology|History)\\s';
const WEEKS = { last: -1, this: 0, next: 1 } as const;
/** No single day: every Friday, the first Friday of each month, one that has become a name. */
const NO_FRIDAY =
  '(?<!\\b(?i:every|each|any|most|another|per|on a|on some|first|second|third|fourth|one)\\s|\\b(?:Black|Bloody|Good|Holy|Ash|Easter|Palm|Super|Cyber|Happy|Sheffield|Mail on)\\s)';
/** Papers and programs, or many of them: `Sunday Times`, `Friday nights`. */
const NO_PAPER =
  '(?!\\s(?:Times|Mirror|Telegraph|Express|Mail|Herald|Post|Independent|Sun|Star|People|Business Post|Mass|Night Live|Night Football|Evening Post|Agreement|nights|mornings|afternoons|evenings)\\b)';
/** Without its zone, or a minute to be at, a time is often any day's (`the 9pm news`). */
const TIME =
  '\\b(?:[01]?\\d|2[0-3])(?:[:.]?[0-5]\\d(?:\\s?[ap]\\.?m\\.?)?|\\s?[ap]\\.?m\\.?)\\s?\\(?(?:UTC|GMT|local time|[A-Z]{1,3}T)\\b|(?<=\\bat\\s)(?:[01]?\\d|2[0-3]):[0-5]\\d\\b';
/** What follows a day that is counted from another one; else that other one is named after it (`the day before the vote`). */
const ALONE = '(?=[,.;:)]|\\s(?:and|but|when|as|in|at)\\b|\\s*$)';

/** Days that a text gives by the distance from its own, or from one it spoke of. */
export const SPOKEN_DAYS: readonly Rule[] = [
  {
    by: 'weekday',
    pattern: new RegExp(
      `\\b${NO_FRIDAY}(?:(?<which>(?i:last|this past|past|this|next))\\s)?${WEEKDAY}${NO_PAPER}(?:\\s(?:of\\s)?(?<week>last|this|next)\\sweek\\b)?`,
      'gu',
    ),
    read: ({ weekday, which, week }) => ({
      weekday: weekdayNumber(weekday!),
      ...(which && { which: direction(which.toLowerCase()) }),
      ...(week && { week: WEEKS[week as keyof typeof WEEKS] }),
    }),
  },
  {
    by: 'relative day',
    pattern: new RegExp(
      `\\b(?<!${TODAY_IN_NAMES})(?<words>(?i:${Object.keys(AWAY).join('|').replaceAll(' ', '\\s')}))\\b`,
      'gu',
    ),
    read: ({ words }) => ({ away: AWAY[words!.toLowerCase().replaceAll(/\s/gu, ' ')]! }),
  },
  {
    by: 'time of day',
    pattern: new RegExp(TIME, 'gu'),
    read: () => ({ atHand: true }),
  },
  {
    by: 'day of a row',
    pattern:
      /\bfor (?:a|the|its|his|her|their) (?:second|third|fourth|fifth|sixth|seventh)(?: consecutive| straight| successive)? day\b/giu,
    read: () => ({ atHand: true }),
  },
  {
    by: 'days ago',
    pattern: new RegExp(`\\b${COUNT}\\s(?<unit>days?|week)\\sago\\b`, 'gu'),
    read: ({ count, unit }) => ({ away: -countNumber(count!) * (unit === 'week' ? 7 : 1) }),
  },
  {
    by: 'day after another',
    pattern: new RegExp(
      `\\b(?:(?i:the\\s(?:next|following)\\sday)\\b(?!\\sor\\b)|(?i:the\\sday\\safter)${ALONE}|${COUNT}\\sdays?\\s(?:later|afterwards)\\b)`,
      'gu',
    ),
    read: ({ count }) => ({ later: countNumber(count ?? 'a') }),
  },
  {
    by: 'day before another',
    pattern: new RegExp(
      `\\b(?:(?i:the\\sprevious\\sday)\\b|(?i:the\\sday\\sbefore)${ALONE}|${COUNT}\\sdays?\\searlier\\b)`,
      'gu',
    ),
    read: ({ count }) => ({ later: -countNumber(count ?? 'a') }),
  },
];

const direction = (which: string): 'last' | 'this' | 'next' =>
  which === 'this' || which === 'next' ? which : 'last';
