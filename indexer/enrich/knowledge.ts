import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readGazetteer, type Gazetteer } from './places/gazetteer.ts';
import { readGenders, type Genders } from './quotes/genders.ts';
import { knownNames, type KnownNames } from './names/known-names.ts';
import { readTables, type Entity } from './names/tables.ts';
import { readModel, type Model } from './tagger/model.ts';

/** Raise it whenever splitting or enrichment make something else of the same source: unchanged files are then read again. */
const CODE_VERSION = '2';

/** What enrichment knows of the world. */
export interface Knowledge {
  names: KnownNames;
  gazetteer: Gazetteer;
  /** What the tagger has learned. */
  tagger: Model;
  /** Countries by ISO code. */
  countryOf: ReadonlyMap<string, Entity>;
  genders: Genders;
}

/** Reads tables, gazetteer and model from the project's data folder (about a second). */
export function readKnowledge(data: string): Knowledge {
  const entities = readTables(join(data, 'entities'));
  const countries = entities.filter(({ type }) => type === 'country');
  return {
    names: knownNames(entities),
    gazetteer: readGazetteer(join(data, 'gazetteer')),
    tagger: readModel(join(data, 'models', 'names.gz')),
    countryOf: new Map(countries.map((country) => [country.id, country])),
    genders: readGenders(join(data, 'entities')),
  };
}

/** Cheap to ask without making anything of the files. */
export function knowledgeVersion(data: string): string {
  const hash = createHash('sha256').update(CODE_VERSION);
  for (const folder of ['entities', 'gazetteer', 'models']) {
    for (const name of readdirSync(join(data, folder)).sort())
      hash.update(readFileSync(join(data, folder, name)));
  }
  return `${CODE_VERSION}-${hash.digest('hex').slice(0, 12)}`;
}
