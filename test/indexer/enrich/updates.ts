import type { Update } from '../../../indexer/document.ts';

/** An update of 22 January 2014, half past eleven in the evening in New York. */
export const update = (text: string, given: Partial<Update> = {}): Update => ({
  line: 1,
  kind: 'update',
  boundary: 'marked',
  text,
  media: [],
  publishedAt: '2014-01-22T23:30:00-05:00',
  publishedTs: Date.parse('2014-01-22T23:30:00-05:00') / 1000,
  timeZone: 'America/New_York',
  timePrecision: 'minute',
  sequence: 0,
  ...given,
});
