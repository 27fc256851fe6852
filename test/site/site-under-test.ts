import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { createEmbeddedWriter } from '../../src/engine/embedded/writer.ts';
import type { IndexedDocument } from '../../src/engine/engine.ts';
import { documentOf, record, stream } from '../engine/records.ts';

const HOSTILE = `<img src=x onerror=alert(1)> "quoted" & 'more'`;

const talk = (id: string, at: string, given: Parameters<typeof record>[1] = {}) =>
  record(id, {
    at,
    documentTitle: 'Talks in Montreux',
    publisher: 'Harbour Gazette',
    timeZone: 'America/New_York',
    ...given,
  });

/** Two live blogs: talks with a clock, a storm of which only the day is known. */
export const SAMPLE: IndexedDocument[] = [
  documentOf(
    'talks',
    [
      talk('intro', '2014-01-22T05:00Z', { kind: 'intro', text: 'What to know.' }),
      talk('open', '2014-01-22T13:00Z', {
        title: 'Talks open in Montreux',
        text: 'John Kerry and Sergei Lavrov arrive.\n\nA photo shows both.',
        persons: ['John Kerry', 'Sergei Lavrov'],
        places: ['Montreux'],
        countries: ['Switzerland'],
        url: 'https://example.org/talks#open',
        evidence: [
          {
            facet: 'persons',
            value: 'John Kerry',
            surface: 'John Kerry',
            field: 'text',
            start: 0,
            end: 10,
            by: 'rule',
          },
        ],
        media: [{ type: 'post', text: 'We are here.', author: 'Envoy', handle: 'envoy', date: '2014-01-22' }],
      }),
      talk('hostile', '2014-01-22T18:45Z', {
        title: HOSTILE,
        text: HOSTILE,
        persons: ['John Kerry', HOSTILE],
        timeNote: 'The source says 1:45 AM.',
      }),
      talk('sum', '2014-01-22T21:10Z', {
        kind: 'summary',
        title: 'Where things stand',
        text: 'Talks go on in Montreux.',
      }),
    ],
    { title: 'Talks in Montreux', publisher: 'Harbour Gazette', timeZone: 'America/New_York' },
  ),
  documentOf(
    'storm',
    Array.from({ length: 25 }, (_, i) => {
      const { hour: _hour, ...plain } = record(`storm-${i}`, { at: '2023-03-14T00:00Z' });
      const order = plain.order + i;
      return {
        ...plain,
        order,
        publishedAt: '2023-03-14',
        timePrecision: 'day' as const,
        title: `Rain report ${i}`,
        places: ['Blantyre'],
      };
    }),
    { title: 'Storm' },
  ),
];

/** The whole service over an embedded index of its own. */
export async function openSite(documents: IndexedDocument[] = SAMPLE) {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-site-'));
  const writer = createEmbeddedWriter(folder);
  await writer.rebuild(stream(documents));
  await writer.close();
  const reader = createEmbeddedReader(folder);
  const app = createApp({ reader, engineName: 'embedded SQLite' });
  return {
    app,
    reader,
    async page(path: string) {
      const response = await app.request(path);
      return { status: response.status, headers: response.headers, html: flat(await response.text()) };
    },
    async dispose() {
      await reader.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type SiteUnderTest = Awaited<ReturnType<typeof openSite>>;

/** HTML without the line breaks of its templates. */
const flat = (html: string) => html.replace(/\s+/g, ' ').replace(/> </g, '><');

/** HTML as a reader sees it. */
export const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
