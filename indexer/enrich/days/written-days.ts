import type { Rule, Saying } from './saying.ts';
import { ANY_WEEKDAY, DAY, MONTH, monthNumber, weekdayNumber, YEAR } from './vocabulary.ts';

const DASH = '[-–—]';
const LINK = `(?:\\s?(?:${DASH}|/)\\s?|\\s(?:to|until|till|through|and|or|&)\\s(?:the\\s)?)`;
/** `18`, `18–19`, `3, 4 and 5`. */
const DAYS = `(?<days>${DAY}(?:(?:,\\s${DAY}){0,5},?${LINK}${DAY})?)`;
const SPAN = new RegExp(`${DASH}|to|until|till|through`, 'u');
const WEEKDAY = `(?:${ANY_WEEKDAY}(?:,?\\s|\\s\\()(?:the\\s)?)?`;
/** Right after a sign, it would be a piece of a sum, a clock or a version. */
const START = '\\b(?<!\\d[.,:/]|[$£€#])';
/** `won 3–1`, but not `1 May 2013–3 May 2013`. */
const NO_SCORE = '(?<!\\b\\d{1,3}[–-])';
/** After a month, a number is not always a day: `May 5%`, `May 2.5 million`, `May 10–0`, `May 5pm`, `May 5 people`. */
const NO_DAY =
  '(?!\\d|[.,:/–-]\\d|\\s?(?:%|percent\\b|per cent\\b|[ap]\\.?m\\b)|\\s(?:people|men|women|million|billion|thousand)\\b)';
/** Named after a day, and not on it: `the 17 November Movement`. */
const NO_NAME =
  '(?!\\s(?:Movement|Revolution|Brigades?|Alliance|Coalition|Army|Group|Street|Square|Bridge|Avenue)\\b)';
/** `3 May 2013`, `3 May last year`. */
const OF_YEAR = `(?:,?[\\s-]${YEAR}|,?\\s(?:of\\s)?(?<whichYear>last|this|next)\\syear\\b)?`;
/** `in May 5 people died`: a day would be on, not in. */
const NOT_IN = '(?<!\\b[Ii]n\\s)';

const YEARS_AWAY = { last: -1, this: 0, next: 1 } as const;
const FEASTS: Record<string, [month: number, day: number]> = {
  'christmas eve': [12, 24],
  'christmas day': [12, 25],
  'boxing day': [12, 26],
  'new year’s eve': [12, 31],
  'new year’s day': [1, 1],
};

/** Days that a text gives by their place in a month. */
export const WRITTEN_DAYS: readonly Rule[] = [
  {
    // The one day whose name in the news has lost its year.
    by: 'event',
    pattern:
      /\b(?:Sept(?:\.|ember)? 11(?:th)?|11(?:th)? Sept(?:\.|ember)?|9\/11)(?=,?(?: terror(?:ist)?)? (?:attacks?|hijack\w+)\b)/gu,
    read: () => ({ days: [{ year: 2001, month: 9, day: 11 }], span: false }),
  },
  {
    by: 'date',
    pattern: /(?<![\d-])(?<year>[12]\d{3})-(?<month>\d\d)-(?<days>\d\d)(?!\d|-)/gu,
    read: ({ year, month, days }) => readDate({ year, month, days }),
  },
  {
    by: 'date',
    // 3/4/2014 is March in Boston and April in London; only what is the same in both is a day.
    pattern: /(?<![\d./-])(?<one>\d\d?)([./])(?<other>\d\d?)\2(?<year>[12]\d{3})(?![\d/-])/gu,
    read: ({ one, other, year }) => readUnordered(Number(one), Number(other), Number(year)),
  },
  {
    by: 'date',
    pattern: rule(
      `${START}${NO_SCORE}${WEEKDAY}${DAYS}(?:\\sof)?[\\s-]${MONTH}(?!\\p{L})${NO_NAME}${OF_YEAR}`,
    ),
    read: readDate,
  },
  {
    by: 'date',
    pattern: rule(`${START}${NOT_IN}${WEEKDAY}${MONTH}\\s(?:the\\s)?${DAYS}${NO_DAY}${NO_NAME}${OF_YEAR}`),
    read: readDate,
  },
  {
    by: 'month',
    pattern: rule(`${START}${MONTH},?\\s(?:of\\s)?${YEAR}`),
    read: ({ month, year }) => ({ month: monthNumber(month!), year: Number(year) }),
  },
  {
    by: 'feast',
    pattern: rule(
      `${START}(?<feast>(?i:Christmas Eve|Christmas Day|Boxing Day|New Year['’]s (?:Eve|Day)))(?:,?\\s${YEAR})?`,
    ),
    read: ({ feast, year }) => readFeast(feast!, year),
  },
];

function rule(source: string): RegExp {
  return new RegExp(source, 'gu');
}

function readDate({ year, whichYear, month, days, weekday }: Record<string, string | undefined>): Saying {
  const at = {
    month: /^\d/u.test(month!) ? Number(month) : monthNumber(month!),
    ...(year && { year: Number(year) }),
  };
  const numbers = days!.match(/\d+/gu)!.map(Number);
  return {
    days: numbers.map((day) => ({ ...at, day })),
    span: numbers.length === 2 && SPAN.test(days!),
    ...(weekday && { weekday: weekdayNumber(weekday) }),
    ...(whichYear && { yearsAway: YEARS_AWAY[whichYear as keyof typeof YEARS_AWAY] }),
  };
}

function readUnordered(one: number, other: number, year: number): Saying | undefined {
  if (one <= 12 && other <= 12 && one !== other) return undefined;
  return { days: [{ year, month: Math.min(one, other), day: Math.max(one, other) }], span: false };
}

function readFeast(feast: string, year: string | undefined): Saying {
  const [month, day] = FEASTS[feast.toLowerCase().replace("'", '’')]!;
  return { days: [{ month, day, ...(year && { year: Number(year) }) }], span: false };
}
