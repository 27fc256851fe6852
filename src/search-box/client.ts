import type { Option } from './state.ts';

/** The part of `GET /v1/suggest` that the box reads. */
interface Answer {
  people: Value[];
  organizations: Value[];
  places: Value[];
  updates: {
    update: { id: string; title?: string; text: string; publishedAt: string; documentTitle?: string };
  }[];
}

interface Value {
  value: string;
  count: number;
}

export type Suggest = (q: string) => Promise<Option[] | undefined>;

const LONGEST_QUERY = 200;
const LONGEST_LABEL = 90;

/**
 * Asks a Dateline at `api` for suggestions, one question at a time: a new one aborts the last.
 * Undefined means that there is no answer, because of that or because nobody answers; the form
 * around the field still works.
 */
export function createSuggest(api: string, ask: typeof fetch = (...request) => fetch(...request)): Suggest {
  let running = new AbortController();
  return async (q) => {
    running.abort();
    const { signal } = (running = new AbortController());
    try {
      const query = new URLSearchParams({ q: q.slice(0, LONGEST_QUERY) });
      const response = await ask(`${api.replace(/\/+$/, '')}/v1/suggest?${query}`, {
        signal,
        credentials: 'omit',
      });
      return response.ok && !signal.aborted ? toOptions((await response.json()) as Answer) : undefined;
    } catch {
      return undefined;
    }
  };
}

/** People, organizations and places first, then updates. */
function toOptions({ people, organizations, places, updates }: Answer): Option[] {
  return [
    ...people.map((value) => named('person', value)),
    ...organizations.map((value) => named('organization', value)),
    ...places.map((value) => named('place', value)),
    ...updates.map(({ update }) => ({
      kind: 'update' as const,
      label: shortened(update.title ?? update.text),
      value: update.id,
      note: update.publishedAt.slice(0, 10),
    })),
  ];
}

const named = (kind: Exclude<Option['kind'], 'update'>, { value, count }: Value): Option => ({
  kind,
  label: value,
  value,
  note: `${kind}, ${count} ${count === 1 ? 'update' : 'updates'}`,
});

const shortened = (text: string) =>
  text.length <= LONGEST_LABEL ? text : `${text.slice(0, LONGEST_LABEL).replace(/\s+\S*$/, '')} …`;
