import { knowledgeVersion } from './enrich/knowledge.ts';

/** Raise it whenever reading, splitting or src/engine/words.ts make something else of the same source: unchanged files are then read again. */
const SPLITTING_VERSION = '2';

/**
 * What stands in a document's `pipelineVersion`: how its source was cut, and with which knowledge the
 * updates were enriched, parted by a hyphen. A document with another one is read again by the next run over its source.
 */
export const pipelineVersion = (data: string, ownEntities?: string): string =>
  `${SPLITTING_VERSION}-${knowledgeVersion(data, ownEntities)}`;

/** The version of a document that was enriched anew, but not cut anew: the splitting stays that of `known`. */
export const refacetedVersion = (known: string, current: string): string =>
  `${known.split('-')[0]}-${current.split('-')[1]}`;
