import type { EngineReader } from '../engine/engine.ts';
import type { UpdateRecord } from '../record.ts';
import { titleOfTimeline } from './blog-title.ts';

/** Where an update stands in its live blog. */
export interface Standing {
  /** From 1, oldest first; the introduction isn't counted. */
  position: number;
  size: number;
  /** Of the live blog. */
  title: string;
  before: UpdateRecord[];
  after: UpdateRecord[];
}

/** Where each of these updates stands; every live blog is read once. */
export async function standings(
  reader: EngineReader,
  updates: UpdateRecord[],
): Promise<Map<string, Standing>> {
  const ids = [...new Set(updates.map(({ documentId }) => documentId))];
  const read = await Promise.all(ids.map(async (id) => [id, await reader.timeline(id)] as const));
  const timelines = new Map(read);
  return new Map(updates.map(({ id, documentId }) => [id, standing(timelines.get(documentId)!, id, 1)]));
}

/** Where an update stands in its timeline, with as many neighbours on each side. */
export function standing(timeline: UpdateRecord[], id: string, neighbours: number): Standing {
  const at = timeline.findIndex((update) => update.id === id);
  return {
    position: numbered(timeline.slice(0, at + 1)),
    size: numbered(timeline),
    title: titleOfTimeline(timeline),
    before: timeline.slice(Math.max(0, at - neighbours), at),
    after: timeline.slice(at + 1, at + 1 + neighbours),
  };
}

const numbered = (updates: UpdateRecord[]) => updates.filter(({ kind }) => kind !== 'intro').length;
