import type { SearchQuery } from '../query.ts';
import { facetValues, type FacetName } from '../facets.ts';
import type { UpdateRecord } from '../record.ts';
import type { EngineReader } from './engine.ts';
import { words } from './words.ts';

/** Of those whom an update names, as many as first mentioned lead to others; the rest are mentioned in passing. */
const LEADS: Partial<Record<FacetName, number>> = { person: 4, organization: 2, place: 3 };

const WORD_LEADS = 4;

/** How many updates each lead brings, and how many days around the update it brings them from a second time. */
const PER_LEAD = 15;
const DAYS_AROUND = 7;
const DAY = 86_400;

/** Below this only everyday words are shared; found by looking at what the samples' updates brought. */
const LEAST_LIKENESS = 0.085;

/** What an update shares with others: a word of its text, or a name in a facet. */
type Trait = string;

/**
 * The updates of the whole index that are most like this one, the most similar first: with the same people,
 * organizations and places and the same words, what few have counting for more. Never the update itself;
 * those with nothing in common are left out. Asks at most 22 searches.
 */
export async function similarTo(
  reader: EngineReader,
  update: UpdateRecord,
  limit: number,
): Promise<UpdateRecord[]> {
  const found = await Promise.all(leads(update).map((query) => reader.search(query)));
  const hits = found.flatMap((result) => result.hits.map((hit) => [hit.update.id, hit.update] as const));
  const others = [...new Map(hits).values()].filter(({ id }) => id !== update.id);
  const of = new Map([update, ...others].map((one) => [one, traits(one)]));
  const weight = weights([...of.values()]);
  const own = of.get(update)!;
  return others
    .map((other) => ({ other, share: likeness(own, of.get(other)!, weight) }))
    .filter(({ share }) => share >= LEAST_LIKENESS)
    .sort((a, b) => b.share - a.share || b.other.order - a.other.order)
    .slice(0, limit)
    .map(({ other }) => other);
}

/** Searches in which similar updates should turn up: for each name the newest and those around the same day, and telling words. */
function leads(update: UpdateRecord): SearchQuery[] {
  const around = {
    from: new Date((update.publishedTs - DAYS_AROUND * DAY) * 1000).toISOString(),
    to: new Date((update.publishedTs + DAYS_AROUND * DAY) * 1000).toISOString(),
  };
  const named = Object.entries(LEADS) as [FacetName, number][];
  const byName = named.flatMap(([facet, most]) =>
    facetValues(update, facet)
      .slice(0, most)
      .flatMap((value) => {
        const filters = { facets: { [facet]: { all: [value] } } };
        return [lead({ filters }), lead({ filters: { ...filters, ...around } })];
      }),
  );
  return [...byName, ...tellingWords(update).map((word) => lead({ q: `"${word}"`, sort: 'relevance' }))];
}

/** The longest words of the headline, or where there is none of the text: the longer a word, the fewer have it. */
const tellingWords = ({ title, text }: UpdateRecord): string[] =>
  [...new Set(words(title ?? text))].sort((a, b) => b.length - a.length).slice(0, WORD_LEADS);

const lead = (given: Partial<SearchQuery>): SearchQuery => ({
  q: '',
  match: 'auto',
  filters: { facets: {} },
  sort: 'newest',
  page: 1,
  perPage: PER_LEAD,
  facets: [],
  facetLimit: 1,
  ...given,
});

function traits(update: UpdateRecord): Set<Trait> {
  const names = (Object.keys(LEADS) as FacetName[]).flatMap((facet) =>
    facetValues(update, facet).map((value) => `${facet}:${value}`),
  );
  return new Set([...names, ...words(`${update.title ?? ''}\n${update.text}`)]);
}

/** Among updates that all have something in common, what all have says nothing (inverse document frequency). */
function weights(sets: readonly Set<Trait>[]): (trait: Trait) => number {
  const having = new Map<Trait, number>();
  for (const set of sets) for (const trait of set) having.set(trait, (having.get(trait) ?? 0) + 1);
  return (trait) => Math.log(1 + sets.length / having.get(trait)!);
}

/** The cosine of the angle between two sets of weighted traits: from 0, nothing shared, to 1. */
function likeness(a: Set<Trait>, b: Set<Trait>, weight: (trait: Trait) => number): number {
  const length = (set: Set<Trait>) => Math.sqrt([...set].reduce((sum, trait) => sum + weight(trait) ** 2, 0));
  const shared = [...a].filter((trait) => b.has(trait)).reduce((sum, trait) => sum + weight(trait) ** 2, 0);
  return shared === 0 ? 0 : shared / (length(a) * length(b));
}
