import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createAtlas, type Atlas } from './places/atlas.ts';
import { readGazetteer } from './places/gazetteer.ts';
import { readGenders, type Genders } from './quotes/genders.ts';
import { knownNames, type KnownNames } from './names/known-names.ts';
import { problemLine } from './names/lint-tables.ts';
import { checkTables, TablesError } from './names/own-tables.ts';
import { readTables, type Entity } from './names/tables.ts';
import { readModel, type Model } from './tagger/model.ts';

/** Raise it whenever enrichment makes something else of the same update. */
const ENRICHMENT_VERSION = '5';

/** What enrichment knows of the world. */
export interface Knowledge {
  names: KnownNames;
  atlas: Atlas;
  /** What the tagger has learned. */
  tagger: Model;
  /** What the tables have, by id: a country's is its ISO code. */
  entityOf: ReadonlyMap<string, Entity>;
  genders: Genders;
}

/** The tables of the data folder under those of a newsroom's own folder. @throws TablesError with all that is wrong in them. */
export function readEntities(data: string, own?: string): Entity[] {
  const folder = join(data, 'entities');
  // Ours alone need no check here: a test lints them.
  const { rows, problems } =
    own === undefined ? { rows: readTables(folder), problems: [] } : checkTables(folder, own);
  if (problems.length > 0) throw new TablesError(problems.map(problemLine).join('\n'));
  return rows.map(({ entity }) => entity);
}

/** Reads the gazetteer and the model of the data folder and makes the entities ready to be found (less than a second). */
export function readKnowledge(data: string, entities: readonly Entity[]): Knowledge {
  return {
    names: knownNames(entities),
    atlas: createAtlas(readGazetteer(join(data, 'gazetteer')), entities),
    tagger: readModel(join(data, 'models', 'names.gz')),
    entityOf: new Map(entities.map((entity) => [entity.id, entity])),
    genders: readGenders(join(data, 'entities')),
  };
}

/** Changes whenever enrichment would make something else of the same update; cheap to ask, no table is understood for it. */
export function knowledgeVersion(data: string, own?: string): string {
  const hash = createHash('sha256').update(ENRICHMENT_VERSION);
  const files = ['entities', 'gazetteer', 'models'].flatMap((folder) => filesIn(join(data, folder)));
  for (const file of [...files, ...(own ? filesIn(own) : [])])
    hash.update(basename(file)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name))
    .sort();
