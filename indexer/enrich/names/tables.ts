import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type EntityType = 'person' | 'organization' | 'country' | 'region';

/** Someone or something with a name of its own, from the tables in data/entities. */
export interface Entity {
  id: string;
  type: EntityType;
  /** The canonical name, which facets show. */
  name: string;
  /** Other spellings and names, each safe on its own. */
  aliases: string[];
  /** Countries and regions. */
  lat?: number;
  lng?: number;
  /** Regions: the countries in which they lie (ISO codes). */
  countries?: string[];
  /** Organizations: agencies, papers and broadcasters, which are often named only as origin. */
  news?: boolean;
}

const FILES: Record<EntityType, string> = {
  person: 'people.tsv',
  organization: 'organizations.tsv',
  country: 'countries.tsv',
  region: 'regions.tsv',
};

/** Reads the alias tables of a folder; data/README.md says how they are made. @throws Error naming file and line. */
export function readTables(folder: string): Entity[] {
  return (Object.keys(FILES) as EntityType[]).flatMap((type) =>
    rows(join(folder, FILES[type]), 3).map((columns) => toEntity(type, columns)),
  );
}

/** Rows of a tab-separated file with `#` comments. @throws Error naming file and line of a row that is too short. */
export function rows(file: string, least: number): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '' || line.startsWith('#')) return [];
      const columns = line.split('\t').map((column) => column.trim());
      if (columns.length < least)
        throw new Error(`${file} line ${i + 1}: expected ${least} columns parted by tabs`);
      return [columns];
    });
}

function toEntity(
  type: EntityType,
  [id = '', name = '', aliases = '', fourth = '', fifth = '']: string[],
): Entity {
  const entity: Entity = {
    id,
    type,
    name,
    aliases: aliases
      .split(';')
      .map((alias) => alias.trim())
      .filter(Boolean),
  };
  if (type === 'organization') return { ...entity, news: fourth === 'news' };
  if (type === 'person') return entity;
  const [lat, lng] = fourth.split(',').map(Number);
  const located = lat !== undefined && lng !== undefined ? { lat, lng } : {};
  return { ...entity, ...located, ...(fifth && { countries: fifth.split(/[;, ]+/) }) };
}
