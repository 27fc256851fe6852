import { join } from 'node:path';
import { knowledgeVersion, readKnowledge, type Knowledge } from './enrich/knowledge.ts';
import type { RunParts } from './indexed-documents.ts';

const DATA = join(import.meta.dirname, '..', 'data');

/** The pipeline over the project's own data; tables and gazetteer are read when the first document needs them. */
export function openPipeline(
  defaultZone: string,
): Pick<RunParts, 'pipeline' | 'pipelineVersion' | 'samples'> {
  let knowledge: Knowledge | undefined;
  return {
    pipeline: { defaultZone, knowledge: () => (knowledge ??= readKnowledge(DATA)) },
    pipelineVersion: knowledgeVersion(DATA),
    samples: join(DATA, 'samples'),
  };
}
