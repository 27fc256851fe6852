import type { Media, UpdateRecord } from '../src/record.ts';

/** What a newsroom says about a document beside its text: side file, command line, or both (the command line wins). */
export interface DocumentHints {
  id?: string;
  title?: string;
  url?: string;
  publisher?: string;
  /** IANA zone of the blog's clock. */
  timeZone?: string;
  /** The blog's day, `2013-09-13`, for sources without one. */
  date?: string;
  /** The day on which the page says it was published. The day that its text names is surer. */
  published?: string;
  language?: string;
  /** Forces a plain-text dialect instead of scoring them. */
  dialect?: string;
}

/** A live blog as a source hands it over: either text that is still to be cut, or blocks that are cut already. */
export interface SourceDocument {
  id: string;
  /** As the person who runs the indexer named it. */
  path: string;
  hints: DocumentHints;
  /** Does the source hold the whole blog? Else it adds and changes, but never removes. */
  complete: boolean;
  content: { text: string } | { blocks: Block[] };
}

/** When a block says it was published. */
export type BlockTime =
  /** Complete: a moment with offset, or a bare day. */
  | { iso: string }
  /**
   * What a header shows: digits on the blog's clock, and the zone as written (`ET`), if any; `named` is
   * where it is written, if not beside the clock.
   */
  | { shown: ClockDigits; zone?: string; named?: string }
  /** A clock without a date: the order of the page and its day tell which one. */
  | { clock: WallClock; zone?: string }
  /** The block has no time of its own. */
  | undefined;

export interface ClockDigits {
  year: number;
  month: number;
  day: number;
  /** 0 to 23. */
  hour: number;
  minute: number;
  /** Written on a clock of 24 hours, which has no AM and PM to mix up. */
  ofDay?: true;
}

/** What a clock on the wall shows, as `10.45 pm:` does. */
export interface WallClock extends Pick<ClockDigits, 'hour' | 'minute' | 'ofDay'> {
  /** 1 Monday to 7 Sunday, where the header names the day. */
  weekday?: number;
  /** A clock of twelve hours that says neither AM nor PM; `hour` is then below 12. */
  eitherHalf?: true;
}

/** A piece of a document between two boundaries, as it stands there: cut, but its time not yet understood. */
export interface Block {
  /** The source's own id of the update. */
  sourceId?: string;
  /** First line in the file, from 1, for messages. */
  line: number;
  kind: UpdateRecord['kind'];
  boundary: UpdateRecord['boundary'];
  title?: string;
  /** Paragraphs, joined by a blank line. */
  text: string;
  media: Media[];
  time: BlockTime;
  /** What else the source says, in the record's own fields. */
  more?: Partial<
    Pick<
      UpdateRecord,
      | 'url'
      | 'keyEvent'
      | 'pinned'
      | 'authors'
      | 'links'
      | 'modifiedAt'
      | 'language'
      | 'timeZone'
      | 'publisher'
      | 'documentTitle'
    >
  >;
}

/** A block whose time is understood and which knows its place in the blog. */
export interface Update extends Omit<Block, 'time'> {
  publishedAt: string;
  publishedTs: number;
  timeZone: string;
  timePrecision: UpdateRecord['timePrecision'];
  timeNote?: string;
  /** Place in the blog, oldest first, from 0. */
  sequence: number;
}

/** A zone in which times of a document were read, and what says so. */
export interface ZoneUse {
  zone: string;
  /** The words that name it, and where; or who says it where the text doesn't. */
  from: { words: string } | 'source' | 'offset' | 'given' | 'default';
  /** How many updates are on it. */
  updates: number;
}

/** Something that went wrong with an input; the rest of the run goes on. */
export interface Problem {
  line?: number;
  message: string;
}

/** What was cut, in which way, and what a person should know about it. */
export interface SplitDocument {
  /** Name of the dialect, or `blocks` where the source had cut already. */
  dialect: string;
  /** How sure the text is of that dialect, 0 to 1. */
  confidence: number;
  title?: string;
  updates: Update[];
  /** The zones of its times, most used first. */
  zones: ZoneUse[];
  problems: Problem[];
  notes: string[];
}
