import { DateTime } from 'luxon';
import type { UpdateRecord } from '../../src/record.ts';
import type { Update } from '../document.ts';

export type Calendar = Pick<UpdateRecord, 'day' | 'month' | 'year' | 'hour'>;

/** Day, month, year and hour on the blog's own clock. */
export function calendar({ publishedTs, timeZone, timePrecision }: Update): Calendar {
  const moment = DateTime.fromSeconds(publishedTs, { zone: timeZone });
  return {
    day: moment.toFormat('yyyy-MM-dd'),
    month: moment.toFormat('yyyy-MM'),
    year: moment.toFormat('yyyy'),
    ...(timePrecision !== 'day' && { hour: moment.toFormat("yyyy-MM-dd'T'HH") }),
  };
}
