import type { Check } from './lint-columns.ts';
import { partBound, type TableRow } from './tables.ts';

/** Aliases bound to a country (`US:Senate`) that name no country, or whose name means something in every document. */
export function boundProblems(rows: readonly TableRow[], keyOf: (name: string) => string): Check {
  const codes = new Set(rows.flatMap(({ entity: { type, id } }) => (type === 'country' ? [id] : [])));
  const unbound = new Map(
    rows.flatMap(({ entity }) =>
      [entity.name, ...entity.aliases].map((name) => [keyOf(name), entity.id] as const),
    ),
  );
  return ({ entity: { bound = [] } }) =>
    bound.flatMap((alias) => {
      const { country, name } = partBound(alias)!;
      const owner = unbound.get(keyOf(name));
      return [
        ...(codes.has(country) ? [] : [`"${alias}": ${country} is no code of a country in countries.tsv`]),
        ...(owner === undefined
          ? []
          : [`"${alias}": without a country, "${name}" means ${owner}; take it out here or there`]),
      ];
    });
}
