import { resolve, sep } from 'node:path';
import type { EngineReader, EngineWriter } from '../src/engine/engine.ts';
import type { DocumentInfo } from '../src/record.ts';
import { indexedBlogs } from './indexed-blogs.ts';

/** Does a path lead into the folder of the project's own samples? */
export const isSample = (path: string, base: string, samples: string): boolean =>
  resolve(base, path).startsWith(samples + sep);

/** Does the index hold anything but samples? */
export const holdsOwn = async (reader: EngineReader): Promise<boolean> =>
  (await indexedBlogs(reader)).some(({ sample }) => !sample);

/** Takes all samples but those with these ids out of the index; they give way to a newsroom's own documents. */
export async function dropSamples(
  { reader, writer }: { reader: EngineReader; writer: EngineWriter },
  kept: ReadonlySet<string>,
): Promise<DocumentInfo[]> {
  const dropped = (await indexedBlogs(reader)).filter(({ sample, id }) => sample && !kept.has(id));
  for (const { id } of dropped) await writer.remove(id);
  return dropped;
}
