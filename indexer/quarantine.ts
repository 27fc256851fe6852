import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFile } from './inputs.ts';
import type { ReadDocument } from './read.ts';
import type { DocumentReport } from './report.ts';

/** Where bad documents and updates are put aside, with the reason and the place, until a run reads them well. */
export interface Quarantine {
  /** Puts a document with problems aside, takes one without out again. A disk that refuses is said in the entry. */
  settle(read: Pick<ReadDocument, 'path' | 'excerpt'>, entry: DocumentReport): Promise<void>;
}

/** One JSON file for each bad document: where it came from, what was wrong in which line, and its text if it is in no file. */
export function openQuarantine(folder: string): Quarantine {
  return {
    async settle({ path, excerpt }, { id, problems, notes }) {
      const file = join(folder, fileName(path, id));
      if (problems.length === 0) {
        await rm(file, { force: true }).catch(({ code }: NodeJS.ErrnoException) => {
          // Where the folder is a file, nothing was ever put aside.
          if (code !== 'ENOTDIR') notes.push(`is in order, but ${file} could not be removed (${code})`);
        });
        return;
      }
      // A file stays where it is; what came from elsewhere would be lost.
      const kept = isFile(path) ? {} : excerpt;
      const content = { id, path, at: new Date().toISOString(), problems, ...kept };
      await putAside(folder, file, content).catch(({ code }: NodeJS.ErrnoException) => {
        problems.push({ message: `could not be put aside in ${folder} (${code})` });
      });
    },
  };
}

async function putAside(folder: string, file: string, content: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(file, JSON.stringify(content, undefined, 2));
  } catch (cause) {
    // On a full disk there would be half of it.
    await rm(file, { force: true });
    throw cause;
  }
}

function fileName(path: string, id: string): string {
  const digest = createHash('sha256').update(`${path}\n${id}`).digest('hex').slice(0, 10);
  return `${id.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 80)}-${digest}.json`;
}
