import type { DocumentInfo, UpdateRecord } from '../record.ts';
import { dayOf, span } from './moment.ts';

/** The title of a live blog; one without is named by its days. */
export const blogTitle = ({ title, firstTs, lastTs, timeZone }: DocumentInfo): string =>
  title ?? untitled(dayOf(firstTs, timeZone), dayOf(lastTs, timeZone));

/** The same from its updates, oldest first. */
export function titleOfTimeline(timeline: UpdateRecord[]): string {
  const [first, last] = [timeline[0]!, timeline.at(-1)!];
  return first.documentTitle ?? untitled(first.day, last.day);
}

const untitled = (firstDay: string, lastDay: string) => `Live blog of ${span(firstDay, lastDay)}`;
