import type { Field, Mention } from '../mention.ts';
import type { Atlas } from './atlas.ts';
import { kilometres } from '../../../src/engine/geo.ts';
import type { Place } from './place.ts';
import { remember } from '../../../src/engine/remember.ts';

/** What a whole document says about where it plays; no name vouches for itself. */
export interface DocumentContext {
  /** How often something points to a country. */
  pointers: number;
  /** Share of a country (ISO code) in all that the document says of countries, `name` apart. */
  share(country: string, name: string): number;
  /** Share of a first-level division in the same, by what names it or a place in it. */
  divisionShare(division: string, name: string): number;
  /** Kilometres to the nearest place that is sure, `name` apart. */
  nearest(place: Place, name: string): number;
}

/** What tables and nationalities say of a document. */
export interface Clues {
  /** Codes of countries, each as often as something points to it; one thing that points to several counts once in all. */
  votes: Map<string, number>;
  divisions: Map<string, number>;
}

/** Gathers the clues; `unsure` mentions, which can mean something else, don't count. */
export function cluesOf(fields: readonly Field[], atlas: Atlas, unsure: ReadonlySet<Mention>): Clues {
  const clues: Clues = { votes: new Map(), divisions: new Map() };
  for (const field of fields) {
    countNationalities(field, atlas, clues);
    for (const mention of field.mentions) {
      if (!('entity' in mention.means) || unsure.has(mention)) continue;
      const { entity } = mention.means;
      vote(clues, entity.type === 'country' ? [entity.id] : (entity.countries ?? []));
      const division = entity.type === 'region' && atlas.placeOf(entity)?.division;
      if (division) clues.divisions.set(division, (clues.divisions.get(division) ?? 0) + 1);
    }
  }
  return clues;
}

function vote({ votes }: Clues, codes: readonly string[]): void {
  for (const code of codes) votes.set(code, (votes.get(code) ?? 0) + 1 / codes.length);
}

/** "Syrian" is no place, but says which country a text is about. */
function countNationalities({ tokens }: Field, { demonyms }: Atlas, clues: Clues): void {
  for (let at = 0; at < tokens.length; at++) {
    const found = tokens[at]!.capital ? demonyms.longestAt(tokens, at) : undefined;
    if (!found) continue;
    vote(clues, found.value);
    at += found.length - 1;
  }
}

/** New York vouches for no village in its state. */
const isWorldCity = ({ population }: Place): boolean => population >= WORLD_CITY;

const WORLD_CITY = 1_000_000;

/** More sure places than this tell nothing new about the others, and every name is compared with all of them. */
const MOST_ANCHORS = 300;

/** The context that the clues and the names that are `sure` make. */
export function contextOf({ votes, divisions }: Clues, sure: ReadonlyMap<string, Place>): DocumentContext {
  const all = [...votes.values()].reduce((sum, count) => sum + count, 0);
  const anchors = [...sure].slice(0, MOST_ANCHORS);
  const others = remember(
    (name) => anchors.flatMap(([key, place]) => (key === name ? [] : [place])),
    sure.size + 1,
  );
  return {
    pointers: all,
    share(country, name) {
      const places = others(name);
      const there = places.filter((place) => place.country === country).length;
      return ((votes.get(country) ?? 0) + there) / (all + places.length || 1);
    },
    divisionShare(division, name) {
      const places = others(name);
      const there = places.filter((place) => place.division === division && !isWorldCity(place)).length;
      return ((divisions.get(division) ?? 0) + there) / (all + places.length || 1);
    },
    nearest(place, name) {
      const around = others(name).filter(({ id, division }) => id !== division);
      return Math.min(...around.map((anchor) => kilometres(anchor, place)));
    },
  };
}
