import type { WrittenDay } from './calendar-day.ts';

/** What a piece of text says about days, before anybody asks which ones these are. */
export type Saying =
  | WrittenDays
  | NamedWeekday
  /** `March 2011` is no day, but the year of the days around it. */
  | { month: number; year: number }
  /** Days from the update's own: `yesterday` is −1. */
  | { away: number }
  /** Days from the one that the text spoke of last: `the next day`. */
  | { later: number }
  /** The day spoken of last, else the update's own: `1530 GMT`, `for a third day`. */
  | { atHand: true };

/** `3 May`, `12–15 November 2013`: `span` where the days between them belong to it. */
export interface WrittenDays {
  days: WrittenDay[];
  span: boolean;
  weekday?: number;
  /** `3 May last year`: −1. */
  yearsAway?: -1 | 0 | 1;
}

/** `Friday`, `last Friday`, `Friday of next week`; 0 is Monday, `week` counts from the update's own. */
export interface NamedWeekday {
  weekday: number;
  which?: 'last' | 'this' | 'next';
  week?: -1 | 0 | 1;
}

/** A saying and where it stands (JavaScript string offsets); `by` names the rule that read it. */
export interface Expression {
  start: number;
  end: number;
  says: Saying;
  by: string;
}

/** A rule of reading: `read` gets the groups of the pattern, and gives nothing where they are no day after all. */
export interface Rule {
  by: string;
  pattern: RegExp;
  read: (groups: Record<string, string | undefined>) => Saying | undefined;
}
