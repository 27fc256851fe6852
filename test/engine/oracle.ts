import type { FacetChoice, Filters } from '../../src/query.ts';
import { FACETS, facetValues, type FacetName } from '../../src/facets.ts';
import type { UpdateRecord } from '../../src/record.ts';

/** A search as it is meant, before anybody reads it: terms are words that stand together. */
export interface Question {
  wanted: string[][];
  excluded: string[][];
  /** The last word of the last wanted term is a beginning. */
  open: boolean;
  filters: Filters;
}

/** The same as somebody would type it. */
export function typed({ wanted, excluded, open }: Question): string {
  const quoted = (term: string[]) => (term.length > 1 ? `"${term.join(' ')}"` : term.join(''));
  const q = [...excluded.map((term) => `-${quoted(term)}`), ...wanted.map(quoted)].join(' ');
  return open ? q : `${q} `;
}

/** The contract by brute force, as short as it can be: the records that a search finds, the newest first. */
export function find(records: UpdateRecord[], question: Question): UpdateRecord[] {
  const { wanted, excluded, open, filters } = question;
  return records
    .filter((record) => {
      const last = (i: number) => open && i === wanted.length - 1;
      return (
        wanted.every((term, i) => stands(record, term, last(i))) &&
        !excluded.some((term) => stands(record, term, false)) &&
        passes(record, filters)
      );
    })
    .sort((a, b) => b.order - a.order);
}

/** `count(v)`: the total after choosing `v`, added to the other choices or, in a facet with one value, alone. */
export function countOf(
  records: UpdateRecord[],
  question: Question,
  facet: FacetName,
  value: string,
): number {
  const { facets } = question.filters;
  const before = facets[facet] ?? {};
  const all = FACETS[facet].values === 'many' ? [...(before.all ?? []), value] : [value];
  const filters = { ...question.filters, facets: { ...facets, [facet]: { ...before, all } } };
  return find(records, { ...question, filters }).length;
}

/** Do the words stand side by side in title, text or media? */
function stands({ title = '', text, media = [] }: UpdateRecord, term: string[], open: boolean): boolean {
  return [title, text, media.map((item) => item.text).join(' ')].some((field) => {
    const own = field.split(' ');
    return own.some((_, at) =>
      term.every((word, i) =>
        open && i === term.length - 1 ? own[at + i]?.startsWith(word) : own[at + i] === word,
      ),
    );
  });
}

function passes(record: UpdateRecord, { facets, from, to, box }: Filters): boolean {
  const choices = Object.entries(facets) as [FacetName, FacetChoice][];
  const inside = (record.points ?? []).some(
    ({ lat, lng }) => box && lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east,
  );
  return (
    (!from || record.day >= from) &&
    (!to || record.day <= to) &&
    (!box || inside) &&
    choices.every(([facet, choice]) => chosen(facetValues(record, facet), facet, choice))
  );
}

function chosen(
  own: readonly string[],
  facet: FacetName,
  { all = [], any = [], not = [] }: FacetChoice,
): boolean {
  const has = (value: string) => own.includes(value);
  const plain = all.length === 0 || (FACETS[facet].values === 'many' ? all.every(has) : all.some(has));
  return plain && (any.length === 0 || any.some(has)) && !not.some(has);
}
