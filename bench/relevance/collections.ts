import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openPipeline } from '../../indexer/open-pipeline.ts';
import { run } from '../../indexer/run.ts';
import type { EngineReader, EngineWriter } from '../../src/engine/engine.ts';
import type { UpdateRecord } from '../../src/record.ts';
import { readJudgements, type JudgedQuery } from './judgements.ts';

/** Live blogs with the queries that were judged over them and nothing else. */
export interface Collection {
  name: 'samples' | 'seeds';
  folder: string;
  queries: JudgedQuery[];
}

const HERE = import.meta.dirname;
const FOLDERS = {
  samples: join(HERE, '../../data/samples'),
  seeds: join(HERE, '../../../shared/seeds'),
} as const;

/** The samples, and the real documents beside the checkout where they are. */
export const collections = (): Collection[] =>
  (['samples', 'seeds'] as const)
    .filter((name) => existsSync(FOLDERS[name]))
    .map((name) => ({
      name,
      folder: FOLDERS[name],
      queries: readJudgements(join(HERE, 'judgements', name)),
    }));

/** Makes a collection all that an engine holds, and gives back its records. */
export async function load(
  { folder }: Pick<Collection, 'folder'>,
  engine: { reader: EngineReader; writer: EngineWriter },
): Promise<UpdateRecord[]> {
  const records: UpdateRecord[] = [];
  await run(
    { paths: [folder], base: folder, hints: {}, rebuild: true, strict: true },
    {
      ...openPipeline('UTC'),
      ...engine,
      output: async (record) => void records.push(record),
      progress: () => undefined,
      interrupted: new AbortController().signal,
    },
  );
  return records;
}
