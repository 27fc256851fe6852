import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedReader } from '../../src/engine/embedded/reader.ts';
import { createEmbeddedWriter } from '../../src/engine/embedded/writer.ts';

/** An empty folder for sources, with an embedded index in it. */
export async function openTemporaryIndex() {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  const reader = createEmbeddedReader(join(folder, 'index'));
  const writer = createEmbeddedWriter(join(folder, 'index'));
  const dispose = async () => {
    await writer.close();
    await reader.close();
    await rm(folder, { recursive: true });
  };
  return { folder, engine: { reader, writer }, dispose };
}
