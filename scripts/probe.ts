/**
 * `npm run probe -- URL`: does this Meilisearch keep what Dateline relies on? Says so for each promise,
 * with the server's version; exit code 1 if one is broken. URL is MEILI_URL unless given, the key is
 * MEILI_MASTER_KEY or MEILI_INDEX_KEY. Works in indexes of its own and removes them.
 */
import { readConfig } from '../src/config.ts';
import { KEY_HELP } from '../src/engine/meilisearch/connection.ts';
import { serverVersion, TRIED } from '../src/engine/meilisearch/version.ts';
import { findings } from './probe/promises.ts';
import { openTrial } from './probe/trial.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const url = process.argv[2] ?? config.MEILI_URL;
  if (!url) throw new Error('Which server? `npm run probe -- http://localhost:7700`');
  const master = process.env['MEILI_MASTER_KEY'];
  const key = master || config.MEILI_INDEX_KEY;
  const keyName = master ? 'MEILI_MASTER_KEY' : 'MEILI_INDEX_KEY';
  const role = { keyName, keyHelp: KEY_HELP, timeout: 10_000, patience: 1000 } as const;
  const trial = openTrial({ url, prefix: config.MEILI_PREFIX, ...(key && { key }) }, role);
  const version = await serverVersion(trial.server);
  console.log(`Meilisearch ${version ?? 'of unknown version'} at ${url} (tried: ${TRIED})`);
  let broken = 0;
  try {
    for await (const finding of findings(trial)) {
      console.log(`${finding.broken === undefined ? 'ok    ' : 'BROKEN'} ${finding.what}`);
      if (finding.broken === undefined) continue;
      console.log(`       ${finding.broken}`);
      broken += 1;
    }
  } finally {
    await trial.end();
  }
  console.log(broken === 0 ? 'It keeps everything that Dateline relies on.' : `It breaks ${broken} of them.`);
  process.exitCode = broken === 0 ? 0 : 1;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
