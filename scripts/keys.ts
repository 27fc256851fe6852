/**
 * `npm run keys`: from Meilisearch's master key, the two keys that Dateline needs: one that may only
 * read (the API) and one that may write (the indexer). Keys that are there already are found again.
 *
 *   --search-file FILE   write MEILI_SEARCH_KEY=… there (for `node --env-file=FILE`) instead of printing it
 *   --index-file FILE    the same for MEILI_INDEX_KEY
 */
import { chmod, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { findOrMakeKeys } from '../src/engine/meilisearch/keys.ts';

async function main(): Promise<void> {
  const options = { 'search-file': { type: 'string' }, 'index-file': { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const { MEILI_URL: url, MEILI_PREFIX: prefix } = readConfig(process.env);
  const master = process.env['MEILI_MASTER_KEY'];
  if (!url || !master) {
    throw new Error('Set MEILI_URL and MEILI_MASTER_KEY, the key that Meilisearch was started with.');
  }
  const keys = await findOrMakeKeys({ url, key: master, prefix });
  await give(`MEILI_SEARCH_KEY=${keys.MEILI_SEARCH_KEY}\n`, values['search-file']);
  await give(`MEILI_INDEX_KEY=${keys.MEILI_INDEX_KEY}\n`, values['index-file']);
}

async function give(line: string, file: string | undefined): Promise<void> {
  if (file === undefined) {
    process.stdout.write(line);
    return;
  }
  await writeFile(file, line, { mode: 0o600 });
  // The mode above is for a new file only.
  await chmod(file, 0o600);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
