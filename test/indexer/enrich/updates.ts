import { enrich, type Enrichment } from '../../../indexer/enrich/enrich.ts';
import { openPipeline } from '../../../indexer/open-pipeline.ts';
import type { Update } from '../../../indexer/document.ts';

/** An update of 22 January 2014, half past eleven in the evening in New York. */
export const update = (text: string, given: Partial<Update> = {}): Update => ({
  line: 1,
  kind: 'update',
  boundary: 'marked',
  text,
  media: [],
  publishedAt: '2014-01-22T23:30:00-05:00',
  publishedTs: Date.parse('2014-01-22T23:30:00-05:00') / 1000,
  timeZone: 'America/New_York',
  timePrecision: 'minute',
  sequence: 0,
  ...given,
});

/** The project's own tables, gazetteer and tagger. */
export const knowledge = openPipeline('UTC').pipeline.knowledge();

/** Enriches an English document of these updates. */
export const facets = (...texts: (string | Update)[]): Enrichment[] =>
  enrich(
    texts.map((text) => (typeof text === 'string' ? update(text) : text)),
    knowledge,
    'en',
  );

/** Who says each quote of an English text, `-` for nobody. */
export const speakersIn = (text: string): string[] =>
  (facets(text)[0]!.quotes ?? []).map(({ speaker }) => speaker ?? '-');
