import { encode } from '../../src/engine/meilisearch/facet-value.ts';
import { toGeoJson } from '../../src/engine/meilisearch/geo-filters.ts';
import { words } from '../../src/engine/words.ts';
import type { Entry } from './trial.ts';

/** A few updates, in their order in time; texts are in the words of the index. */
export const NEWS: Entry[] = [
  { id: 'police', searchText: 'police closed the road' },
  { id: 'policy', searchText: 'a policy was announced' },
  { id: 'montreux', searchText: 'arrival in montreux' },
  { id: 'ten', searchText: 'one two three four five six seven eight nine ten' },
  { id: 'eleven', searchText: 'one two three four five six seven eight nine ten secret' },
  { id: 'title', searchTitle: 'talks' },
  { id: 'media', searchMedia: 'talks' },
  { id: 'older', searchText: 'talks' },
  { id: 'newer', searchText: 'talks' },
  { id: 'summary', searchText: 'talks', summary: 1 },
].map((entry, order) => ({ summary: 0, ...entry, order }) as Entry);

/** The entry with the list of its words. */
export function withWords(entry: Entry): Entry {
  const { searchTitle = '', searchText = '', searchMedia = '' } = entry;
  const vocabulary = [...new Set(words(`${searchTitle} ${searchText} ${searchMedia}`))];
  return { ...entry, vocabulary };
}

/** An entry that is about these people, of a live blog. */
export const about = (id: string, document: string, ...people: string[]): Entry => ({
  id,
  facet: { person: people.map(encode), document: [encode(document)] },
  order: id.charCodeAt(0),
});

/** An entry with these places, each latitude and longitude. */
export const at = (id: string, ...places: [number, number][]): Entry => ({
  id,
  _geojson: toGeoJson(places.map(([lat, lng]) => ({ placeId: id, name: id, lat, lng, precision: 'city' }))),
});
