import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { createEmbeddedWriter } from '../../src/engine/embedded/writer.ts';
import type { IndexedDocument } from '../../src/engine/engine.ts';
import type { Evidence } from '../../src/record.ts';
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

const seen = (
  facet: Evidence['facet'],
  value: string,
  surface: string,
  start: number,
  by: string,
  field = 'text',
): Evidence => ({ facet, value, surface, field, start, end: start + surface.length, by });

/** Three live blogs: talks with a clock, a storm of which only the day is known, one without a title. */
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
          seen('persons', 'John Kerry', 'John Kerry', 0, 'person table'),
          seen('persons', 'John Kerry', 'Kerry', 5, 'surname'),
          // In an order that isn't the page's.
          seen('countries', 'Switzerland', 'Montreux', 0, 'derived'),
          seen('countries', 'Switzerland', 'Swiss', 2, 'country table', 'media.1.text'),
          seen('countries', 'Switzerland', 'Geneva', 0, 'derived'),
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
  documentOf('untitled_59c3', [
    record('u-intro', {
      at: '2014-01-20T06:00Z',
      kind: 'intro',
      text: 'A photo of the lake.',
      media: [{ type: 'image', text: 'A photo of the lake.', credit: 'AFP' }],
    }),
    record('u-first', { at: '2014-01-21T12:00Z', title: 'O’Neil on the siege', text: 'Nothing new.' }),
    record('u-last', { at: '2014-01-22T13:00Z', title: 'Signing off', text: 'Good night.' }),
  ]),
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
