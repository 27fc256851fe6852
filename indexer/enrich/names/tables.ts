import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type EntityType = 'person' | 'organization' | 'country' | 'region' | 'thing';

/** Someone or something with a name of its own (things only so that nobody and no place is seen in their names), from the tables in data/entities or a newsroom's. */
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
  /** Countries: adjectives and nouns for what and who is from there, the usual adjective first. They point to it, but don't name it. */
  demonyms?: string[];
  /** Organizations: `US:Senate`, names that count only where a document is about that country, or has another name of it. */
  bound?: string[];
  /** Organizations: agencies, papers and broadcasters, which are often named only as origin. */
  news?: boolean;
}

/** A line of a table: what it says, and where it stands, so that a message can name it. */
export interface TableRow {
  file: string;
  /** From 1. */
  line: number;
  /** As they stand in the file, without the space around them. */
  columns: string[];
  entity: Entity;
}

export const FILES: Record<EntityType, string> = {
  person: 'people.tsv',
  organization: 'organizations.tsv',
  country: 'countries.tsv',
  region: 'regions.tsv',
  thing: 'things.tsv',
};

export const TYPES = Object.keys(FILES) as EntityType[];

/** The rows of a folder's alias tables, of all five or of those `types`; data/README.md says how they are made. */
export const readTables = (folder: string, types = TYPES): TableRow[] =>
  types.flatMap((type) => {
    const file = join(folder, FILES[type]);
    return lines(file).map(({ line, columns }) => ({ file, line, columns, entity: toEntity(type, columns) }));
  });

/** Rows of a tab-separated file with `#` comments. @throws Error naming file and line of a row that is too short. */
export function rows(file: string, least: number): string[][] {
  return lines(file).map(({ line, columns }) => {
    if (columns.length < least)
      throw new Error(`${file} line ${line}: expected ${least} columns parted by tabs`);
    return columns;
  });
}

/** Editors on Windows begin a file with a byte order mark and end its lines with a return. */
const lines = (file: string): { line: number; columns: string[] }[] =>
  readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((text, i) =>
      text.trim() === '' || text.startsWith('#')
        ? []
        : [{ line: i + 1, columns: text.split('\t').map((column) => column.trim()) }],
    );

const list = (column: string, parting: RegExp): string[] =>
  column
    .split(parting)
    .map((item) => item.trim())
    .filter(Boolean);

function toEntity(
  type: EntityType,
  [id = '', name = '', aliases = '', fourth = '', fifth = '']: string[],
): Entity {
  const entity: Entity = { id, type, name, aliases: list(aliases, /;/) };
  if (type === 'organization') return toOrganization(entity, fourth);
  if (type === 'person' || type === 'thing') return entity;
  const [lat, lng] = fourth.split(',').map(Number);
  const located = lat !== undefined && lng !== undefined ? { lat, lng } : {};
  if (type === 'country') return { ...entity, ...located, ...(fifth && { demonyms: list(fifth, /;/) }) };
  return { ...entity, ...located, ...(fifth && { countries: list(fifth, /[;, ]/) }) };
}

function toOrganization(entity: Entity, kind: string): Entity {
  const bound = entity.aliases.filter((alias) => partBound(alias));
  const aliases = entity.aliases.filter((alias) => !partBound(alias));
  return { ...entity, aliases, ...(bound.length > 0 && { bound }), news: kind === 'news' };
}

/** Country (ISO code) and name of an alias like `US:Senate`; nothing for others. */
export function partBound(alias: string): { country: string; name: string } | undefined {
  const [, country, name] = /^([A-Z]{2}):(.*)$/.exec(alias) ?? [];
  return country !== undefined && name !== undefined ? { country, name: name.trim() } : undefined;
}
