export const WEEKDAYS: ReadonlySet<string> = new Set(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
);

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Days of the week and months: words with a capital that no name ends or begins with. */
export const CALENDAR_WORDS: ReadonlySet<string> = new Set([...WEEKDAYS, ...MONTHS]);
