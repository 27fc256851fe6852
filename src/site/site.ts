import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { EngineError, EngineUnavailableError, type EngineReader } from '../engine/engine.ts';
import { similarTo } from '../engine/similar.ts';
import { assets } from './assets.ts';
import { blogTitle } from './blog-title.ts';
import { documentPage } from './document-page.ts';
import { headline } from './headline.ts';
import { layout, type Shell } from './layout.ts';
import { createLibrary } from './library.ts';
import { searchPage, searchTitle } from './search-page.ts';
import { readRequest } from './search-request.ts';
import { badAddress, engineBroken, engineDown, nothingHere } from './trouble-page.ts';
import { updatePage } from './update-page.ts';

/** Shown beside an update. */
const MOST_SIMILAR = 4;

export interface SiteParts {
  reader: EngineReader;
  /** As the footer names it. */
  engineName: string;
}

/** The pages: complete HTML from the server, with or without a script. */
export function site({ reader, engineName }: SiteParts): Hono {
  const app = new Hono();
  const library = createLibrary(reader);

  const answer = async (
    c: Context,
    shell: Omit<Shell, 'engineName' | 'library'>,
    status: ContentfulStatusCode = 200,
  ) => c.html(layout({ ...shell, engineName, library: await library() }), status);

  const missing = (c: Context, what: string) =>
    answer(c, { title: 'Nothing here · Dateline', main: nothingHere(what) }, 404);

  app.route('/', assets());

  app.get('/', async (c) => {
    const sent = new URL(c.req.url).searchParams;
    const read = readRequest(sent);
    const live = true;
    const q = sent.get('q') ?? '';
    if (!read.ok) {
      return answer(c, { title: 'Dateline', main: badAddress(read.problem, sent), q, live }, 400);
    }
    const main = await searchPage(reader, read.request, library);
    return answer(c, { title: searchTitle(read.request.query.q), main, q, live });
  });

  app.get('/updates/:id', async (c) => {
    const update = await reader.get(c.req.param('id'));
    if (!update) return missing(c, `There is no update ${c.req.param('id')}.`);
    const [timeline, similar] = await Promise.all([
      reader.timeline(update.documentId),
      similarTo(reader, update, MOST_SIMILAR),
    ]);
    const main = updatePage(update, timeline, similar);
    return answer(c, { title: `${headline(update)} · Dateline`, main });
  });

  app.get('/documents/:id', async (c) => {
    const id = c.req.param('id');
    const [document] = await reader.lookup({ collection: 'documents', id });
    if (!document) return missing(c, `There is no live blog ${id}.`);
    const main = documentPage(document, await reader.timeline(id));
    return answer(c, { title: `${blogTitle(document)} · Dateline`, main });
  });

  app.get('*', (c, next) => (forPerson(c) ? missing(c, `There is no page ${c.req.path}.`) : next()));

  app.onError((error, c) => {
    // What isn't about the engine is the service's own failure, answered in one place.
    if (!(error instanceof EngineError)) throw error;
    console.error(error.message);
    const { pathname, search } = new URL(c.req.url);
    c.header('Retry-After', '5');
    const q = c.req.query('q') ?? '';
    const trouble = error instanceof EngineUnavailableError ? engineDown : engineBroken;
    const main = trouble(pathname + search);
    return c.html(
      layout({ title: 'Search is down · Dateline', engineName, main, q, live: pathname === '/' }),
      503,
    );
  });

  return app;
}

/** Does a person ask, not a program? Under `/v1` everything is answered as JSON. */
const forPerson = ({ req }: Context) =>
  !req.path.startsWith('/v1') && (req.header('Accept') ?? '').includes('text/html');
