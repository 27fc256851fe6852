import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { keyOfName, keyOfTokens, type NameToken } from '../names/name-tokens.ts';
import { joinedLength } from '../names/name-index.ts';
import { remember } from '../../../src/engine/remember.ts';
import { rows } from '../names/tables.ts';
import { numberedLines, sortedLines, type SortedLines } from './packed-lines.ts';
import type { Namesakes, Place } from './place.ts';
import { divisionsFrom, readHandTable, toPlace, type HandTable } from './place-rows.ts';

export interface Gazetteer {
  /** The longest place name from token `at` on, and how many tokens it takes. */
  longestAt(tokens: readonly NameToken[], at: number): (Namesakes & { length: number }) | undefined;
  called(name: string): Namesakes | undefined;
  /** First-level divisions by code. */
  divisions: ReadonlyMap<string, Place>;
  /** First-level divisions by what stands after a city: "Ky.", "Que.". */
  abbreviations: ReadonlyMap<string, string>;
  /** Names that in English prose are usually something else: common words, first names, surnames. */
  stopNames: ReadonlySet<string>;
}

/** Words of the longest name that is looked for. */
const LONGEST = 5;

/** Words and names whose places are kept at hand. */
const REMEMBERED = 20_000;

/** Reads the gazetteer of a folder: GeoNames' places, and the hand table of those that they lack. */
export function readGazetteer(folder: string): Gazetteer {
  const unpacked = (file: string) => gunzipSync(readFileSync(join(folder, file)));
  const lineOf = numberedLines(unpacked('places.tsv.gz'));
  const placeAt = (number: number) => toPlace(lineOf(number).split('\t'));
  const find = remember(
    finder(sortedLines(unpacked('names.tsv.gz')), placeAt, readHandTable(join(folder, 'extra.tsv'))),
    REMEMBERED,
  );
  return {
    longestAt: (tokens, at) => longestName(tokens, at, find),
    called: (name) => find(keyOfName(name))?.places,
    divisions: divisionsFrom(placeAt),
    abbreviations: new Map(
      rows(join(folder, 'abbreviations.tsv'), 2).map(([short, code]) => [short!, code!]),
    ),
    stopNames: new Set(rows(join(folder, 'stopnames.txt'), 1).map(([name]) => name!)),
  };
}

/** What a gazetteer has from a key on: the places of that name, if any; undefined if no name begins with it. */
type Find = (key: string) => { places?: Namesakes } | undefined;

function finder(names: SortedLines, placeAt: (number: number) => Place, own: HandTable): Find {
  const placesOf = (numbers?: string) =>
    numbers ? numbers.split(',').map((number) => placeAt(parseInt(number, 36))) : [];
  return (key) => {
    const line = names.from(key);
    const hand = own.places.get(key);
    if (line?.startsWith(`${key}\t`)) {
      const [, named, alternates] = line.split('\t');
      const { named: first = [], alternates: others = [] } = hand ?? {};
      return {
        places: { named: [...first, ...placesOf(named)], alternates: [...others, ...placesOf(alternates)] },
      };
    }
    if (hand) return { places: hand };
    return line?.startsWith(key) || own.beginnings.has(key) ? {} : undefined;
  };
}

function longestName(
  tokens: readonly NameToken[],
  at: number,
  find: Find,
): ReturnType<Gazetteer['longestAt']> {
  let longest: ReturnType<Gazetteer['longestAt']>;
  const most = joinedLength(tokens, at, LONGEST);
  for (let length = 1; length <= most; length++) {
    const found = find(keyOfTokens(tokens.slice(at, at + length)));
    if (!found) break;
    if (found.places) longest = { ...found.places, length };
  }
  return longest;
}
