import type { EntityType, TableRow } from './tables.ts';

/** The problems of one row; what a check needs to know of the others was gathered before. */
export type Check = (row: TableRow) => string[];

/** What an organization can be; only `news` changes what is done with it (its name after a text is often a credit). */
const KINDS = ['news', 'government', 'body', 'party', 'militia', 'ngo', 'company', 'sports', 'space'];

const COLUMNS: Record<EntityType, string[]> = {
  person: ['id', 'name', 'aliases'],
  organization: ['id', 'name', 'aliases', 'kind'],
  country: ['id', 'name', 'aliases', 'latitude,longitude', 'demonyms'],
  region: ['id', 'name', 'aliases', 'latitude,longitude', 'countries'],
  thing: ['id', 'name', 'aliases'],
};

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const COUNTRY_CODE = /^[A-Z]{2}$/;
const CONTROL = /\p{Cc}|[\u2028\u2029\uFEFF\uFFFD]/u;

/** Checks the columns of a row by themselves; codes of countries are those that the rows have. */
export function columnProblems(rows: readonly TableRow[]): Check {
  const codes = new Set(
    rows.filter(({ entity }) => entity.type === 'country').map(({ entity }) => entity.id),
  );
  return (row) => [...layout(row), ...idProblems(row), ...kindProblems(row), ...placeProblems(row, codes)];
}

function layout({ columns, entity: { type, name } }: TableRow): string[] {
  const expected = COLUMNS[type];
  const problems: string[] = [];
  if (name === '') problems.push('it has no name; expected are ' + layoutOf(type));
  if (columns.length > expected.length)
    problems.push(`it has ${columns.length} columns; expected are ${layoutOf(type)}`);
  if (CONTROL.test(columns.join('')))
    problems.push('it holds a control character or a broken letter; type the row anew');
  return problems;
}

const layoutOf = (type: EntityType) => `${COLUMNS[type].join(', ')}, parted by tabs`;

function idProblems({ entity: { type, id } }: TableRow): string[] {
  if (type === 'country')
    return COUNTRY_CODE.test(id) ? [] : [`the id "${id}" is no ISO code of two capital letters`];
  return SLUG.test(id)
    ? []
    : [`the id "${id}" must be small letters without accents, digits and single hyphens`];
}

function kindProblems({ columns, entity }: TableRow): string[] {
  const kind = columns[3] ?? '';
  if (entity.type !== 'organization' || KINDS.includes(kind)) return [];
  return [`the kind "${kind}" must be one of ${KINDS.join(', ')}`];
}

function placeProblems({ columns, entity }: TableRow, codes: ReadonlySet<string>): string[] {
  const { type, countries = [] } = entity;
  if (type !== 'country' && type !== 'region') return [];
  const unknown = countries.filter((code) => !codes.has(code));
  return [
    ...(isPoint(columns[3] ?? '')
      ? []
      : [`"${columns[3]}" must be latitude,longitude in degrees, like 48.86,2.35`]),
    ...unknown.map((code) => `"${code}" is no code of a country in countries.tsv`),
  ];
}

/** A newsroom may not know where a region is; then it is on no map. */
function isPoint(column: string): boolean {
  if (column === '') return true;
  const point = /^(?<lat>-?\d+(?:\.\d+)?),\s*(?<lng>-?\d+(?:\.\d+)?)$/.exec(column)?.groups;
  return point !== undefined && Math.abs(Number(point['lat'])) <= 90 && Math.abs(Number(point['lng'])) <= 180;
}
