import { join } from 'node:path';
import { readEntities, readKnowledge, type Knowledge } from './enrich/knowledge.ts';
import type { RunParts } from './indexed-documents.ts';
import { pipelineVersion } from './pipeline-version.ts';

const DATA = join(import.meta.dirname, '..', 'data');

/** The project's own alias tables. */
export const ENTITIES = join(DATA, 'entities');

/**
 * The pipeline over the project's own data and the tables of a newsroom's `ownEntities` folder. Those
 * are checked at once, so that nothing is indexed by half of them; gazetteer and name index are made when
 * the first document needs them. @throws TablesError with everything that is wrong in the own tables.
 */
export function openPipeline(
  defaultZone: string,
  ownEntities?: string,
): Pick<RunParts, 'pipeline' | 'pipelineVersion' | 'samples'> {
  const checked = ownEntities === undefined ? undefined : readEntities(DATA, ownEntities);
  let knowledge: Knowledge | undefined;
  return {
    pipeline: {
      defaultZone,
      knowledge: () => (knowledge ??= readKnowledge(DATA, checked ?? readEntities(DATA))),
    },
    pipelineVersion: pipelineVersion(DATA, ownEntities),
    samples: join(DATA, 'samples'),
  };
}
