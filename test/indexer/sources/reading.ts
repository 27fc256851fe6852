import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import type { DocumentHints, SourceDocument, Update } from '../../../indexer/document.ts';
import { readLines } from '../../../indexer/input-text.ts';
import type { Parsed } from '../../../indexer/sources/source.ts';
import { LINE_SOURCE, sourceOf } from '../../../indexer/sources/sources.ts';
import { split } from '../../../indexer/split/split.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/sources');

export const fixture = (name: string): string => readFileSync(join(FIXTURES, name), 'utf8');

/** The documents in a text of Dateline's own NDJSON. */
export const readNdjson = (text: string, hints: DocumentHints = {}): Promise<Parsed[]> =>
  Array.fromAsync(
    LINE_SOURCE.parse({ path: '-', hints, lines: readLines(Readable.from([Buffer.from(text)])) }),
  );

/** What the format that recognizes a text makes of it. */
export function read(
  path: string,
  text: string,
  hints: DocumentHints = {},
): { source: string; parsed: Parsed[] } {
  const input = { path, text, hints };
  const source = sourceOf(input);
  return { source: source.name, parsed: [...source.parse(input)] };
}

/** The only document in a text, cut and in order. @throws where there is none, or another format took it. */
export function readOne(
  path: string,
  text: string,
  hints: DocumentHints = {},
): { source: string; document: SourceDocument; updates: Update[]; problems: string[]; notes: string[] } {
  const { source, parsed } = read(path, text, hints);
  const [only] = parsed;
  if (parsed.length !== 1 || !only?.document) throw new Error(`${source}: ${JSON.stringify(parsed)}`);
  const { document, problems, notes = [] } = only;
  const cut = split(document, 'UTC');
  return {
    source,
    document,
    updates: cut.updates,
    problems: [...problems, ...cut.problems].map(({ message }) => message),
    notes,
  };
}

export const readFixture = (name: string, hints: DocumentHints = {}) => readOne(name, fixture(name), hints);

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** All that a golden file keeps of real news: no word of it, but any change shows. */
export function golden(path: string) {
  const { source, document, updates, problems } = readOne(basename(path), readFileSync(path, 'utf8'));
  const { id, hints, complete } = document;
  return {
    source,
    id,
    url: hints.url,
    complete,
    problems,
    updates: updates.map(({ sourceId, publishedAt, timeZone, kind, title, text, media, more }) => ({
      sourceId,
      publishedAt,
      timeZone,
      kind,
      title: title && digest(title),
      text: digest(text),
      paragraphs: text === '' ? 0 : text.split('\n\n').length,
      media: media.length > 0 ? digest(JSON.stringify(media)) : undefined,
      ...more,
      authors: more?.authors && digest(more.authors.join('\n')),
      links: more?.links?.map(({ url }) => digest(url)).join(' '),
    })),
  };
}
