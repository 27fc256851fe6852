import type { SearchParams } from 'meilisearch';
import type { WordFacts } from '../attempt.ts';
import { standsEverywhere } from '../relax.ts';
import type { AskedWord } from '../wording.ts';
import { words } from '../words.ts';
import type { Collections, Connection } from './connection.ts';
import { isName } from './names.ts';
import { matching, wordFilters } from './search-request.ts';
import type { StoredDocument } from './stored-update.ts';

/** More live blogs than this with one word in their titles are not told apart any more. */
const MOST_TITLED = 1000;

/** What the index knows of each word. Only asked where little or nothing was found. */
export async function factsOf(
  server: Connection,
  live: Collections,
  typed: readonly AskedWord[],
): Promise<Map<string, WordFacts>> {
  const all = countOf(server, live.updates, {});
  const facts = typed.map(async ({ word, open }): Promise<[string, WordFacts]> => {
    const [updates, named, titled] = await Promise.all([
      countOf(server, live.updates, { ...asked(word, open), filter: wordFilters(alone(word, open)) }),
      isName(server, live, word),
      titledWith(server, live.documents, word, open),
    ]);
    const isEverywhere = standsEverywhere(updates, await all);
    return [word, { updates, isEverywhere, isName: named, titled }];
  });
  return new Map(await Promise.all(facts));
}

const alone = (word: string, open: boolean) => ({ wanted: [[word]], excluded: [], open, ignored: [] });
const asked = (word: string, open: boolean) => matching(alone(word, open));

async function countOf(server: Connection, index: string, request: SearchParams): Promise<number> {
  const counting = { ...request, page: 1, hitsPerPage: 0 };
  const { totalHits } = await server.askOr<{ totalHits: number }>({ totalHits: 0 }, (client) =>
    client.index(index).search(null, counting),
  );
  return totalHits;
}

/** The server finds more than it is asked for while a word is open (typos, ids): the titles themselves decide. */
async function titledWith(
  server: Connection,
  documents: string,
  word: string,
  open: boolean,
): Promise<string[]> {
  const request = { ...asked(word, open), limit: MOST_TITLED, attributesToRetrieve: ['info'] };
  const nothing = { hits: [] as Pick<StoredDocument, 'info'>[] };
  const { hits } = await server.askOr(nothing, (client) =>
    client.index<StoredDocument>(documents).search(null, request),
  );
  const fits = (other: string) => (open ? other.startsWith(word) : other === word);
  return hits.filter(({ info }) => words(info.title ?? '').some(fits)).map(({ info }) => info.id);
}
