import type { IncomingMessage, RequestListener } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { StoredUpdate } from '../../../src/engine/meilisearch/stored-update.ts';
import { answer, serve } from './scripted-server.ts';

type Entry = Partial<StoredUpdate> & { id: string };
interface Index {
  settings: object;
  entries: Map<string, Entry>;
  createdAt: string;
}
interface Failed {
  status: 'failed' | 'canceled' | 'processing';
  code: string;
}

/**
 * As much of a Meilisearch as the writer needs, in memory, so that each of its steps can be made to fail.
 * Every task is done when it is sent. Filters are read for the live blogs that they name.
 */
export class PretendServer {
  indexes = new Map<string, Index>();
  tasks: object[] = [];
  /** What was asked, as `POST /indexes/news_updates/documents`. */
  asked: string[] = [];
  /** Tasks that are waiting, as far as the server says. */
  queue: () => number = () => 0;
  /** An answer instead of the server's own. */
  interfere: (step: string) => RequestListener | undefined = () => undefined;
  /** How a task ends that isn't done; the entries that it brings are given. */
  fail: (step: string, entries: Entry[]) => Failed | undefined = () => undefined;

  async listen(): Promise<string> {
    return serve((request, response) => {
      const path = request.url!.split('?')[0]!;
      const step = `${request.method} ${path}`;
      void bodyOf(request).then((body) => {
        this.asked.push(step);
        const other = this.interfere(step);
        if (other) return other(request, response);
        const { status = 200, ...said } = this.#answer(step, path.split('/').slice(1), body);
        return answer(status, JSON.stringify(said.json))(request, response);
      });
    });
  }

  ids = (index: string) => [...(this.indexes.get(index)?.entries.keys() ?? [])].sort();

  #answer(
    step: string,
    [what, name, which, how]: string[],
    body: string,
  ): { status?: number; json: unknown } {
    if (what === 'version') return { json: { pkgVersion: '1.50.0' } };
    if (what === 'tasks' && name) return { json: this.tasks[Number(name)] };
    if (what === 'tasks') return { json: { results: [], total: this.queue() } };
    if (what === 'swap-indexes') return this.#task(step, [], () => this.#swap(JSON.parse(body) as Swap[]));
    if (step === 'GET /indexes') return { json: this.#list() };
    if (step === 'POST /indexes') return this.#create(step, (JSON.parse(body) as { uid: string }).uid);
    const index = this.indexes.get(name!);
    if (step.startsWith('DELETE /indexes') && !which)
      return this.#task(step, [], () => void this.indexes.delete(name!));
    if (!index && step.startsWith('PATCH')) return this.#create(step, name!);
    if (!index) return { status: 404, json: { message: `no ${name}`, code: 'index_not_found' } };
    if (step.startsWith('POST') && which === 'documents' && !how) {
      const entries = parse(body);
      return this.#task(step, entries, () => entries.forEach((entry) => index.entries.set(entry.id, entry)));
    }
    if (how === 'delete-batch')
      return this.#task(step, [], () =>
        (JSON.parse(body) as string[]).forEach((id) => index.entries.delete(id)),
      );
    if (how === 'fetch') return { json: { results: fetched(index, JSON.parse(body) as Query) } };
    if (step.startsWith('PATCH'))
      return this.#task(step, [], () => void Object.assign(index.settings, JSON.parse(body)));
    if (which === 'settings') return { json: index.settings };
    if (which === 'stats') return { json: { numberOfDocuments: index.entries.size } };
    if (which === 'search') return { json: { hits: [], totalHits: 0, facetDistribution: {} } };
    return { json: { uid: name, createdAt: index.createdAt, updatedAt: index.createdAt } };
  }

  #create(step: string, uid: string) {
    const createdAt = String(this.tasks.length);
    return this.#task(
      step,
      [],
      () => void this.indexes.set(uid, { settings: {}, entries: new Map(), createdAt }),
    );
  }

  #list() {
    const results = [...this.indexes.keys()].map((uid) => ({ uid }));
    return { results, total: results.length };
  }

  #swap(swaps: Swap[]) {
    for (const { indexes } of swaps) {
      const [a, b] = indexes.map((name) => this.indexes.get(name)!);
      this.indexes.set(indexes[0]!, b!).set(indexes[1]!, a!);
    }
  }

  #task(step: string, entries: Entry[], work: () => void) {
    const failed = this.fail(step, entries);
    if (!failed) work();
    const error = failed && { message: `about ${failed.code}`, code: failed.code };
    const uid = this.tasks.push({ uid: this.tasks.length, status: failed?.status ?? 'succeeded', error });
    return { status: 202, json: { taskUid: uid - 1 } };
  }
}

interface Swap {
  indexes: string[];
}
interface Query {
  ids?: string[];
  filter: string;
}

function fetched({ entries }: Index, { ids, filter }: Query): Entry[] {
  const named = [...filter.matchAll(/"([^"]+)"/g)].map(([, id]) => id);
  return [...entries.values()].filter(
    ({ id, record }) =>
      (!ids || ids.includes(id)) && named.includes(record?.documentId) !== filter.startsWith('NOT'),
  );
}

function parse(body: string): Entry[] {
  if (body.startsWith('[')) return JSON.parse(body) as Entry[];
  return body.split('\n').map((line) => JSON.parse(line) as Entry);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces = await Array.fromAsync(request as AsyncIterable<Buffer>);
  const body = Buffer.concat(pieces);
  return String(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
}
