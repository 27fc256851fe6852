import { serve } from '@hono/node-server';
import { TablesError } from '../indexer/enrich/names/own-tables.ts';
import { openPipeline } from '../indexer/open-pipeline.ts';
import { documentLines, summaryLines } from '../indexer/report.ts';
import { run } from '../indexer/run.ts';
import { holdsOwn } from '../indexer/samples.ts';
import { createApp } from './app.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { EngineError, type EngineReader } from './engine/engine.ts';
import { engineName, openForIndexing, openReader } from './engine/open.ts';

/** Addresses of this machine that people know by another name. */
const LOCAL = ['0.0.0.0', '127.0.0.1', '::1'];

/** A start doesn't wait for somebody who is indexing just now. */
const WRITER_WAIT_MILLISECONDS = 200;

/** Brings the samples into an embedded index that holds nothing else; a Meilisearch is never written to here. */
async function indexSamples(config: Config, reader: EngineReader): Promise<void> {
  if (config.MEILI_URL || config.SAMPLES === 'off' || (await holdsOwn(reader))) return;
  const engine = openForIndexing(config, { wait: WRITER_WAIT_MILLISECONDS });
  try {
    const { samples, ...pipeline } = openPipeline(config.TIME_ZONE, config.ENTITIES_DIR);
    const options = { paths: [samples], base: samples, hints: {} };
    const report = await run(options, {
      ...pipeline,
      samples,
      ...engine,
      progress: (document) =>
        document.problems.length > 0 && console.error(documentLines(document).join('\n')),
      interrupted: new AbortController().signal,
    });
    console.log(`Samples: ${summaryLines(report).join(' ')}`);
  } finally {
    await engine.writer.close();
    await engine.reader.close();
  }
}

/** Whatever is wrong with the engine is said once, at the start. */
async function lookAtIndex(config: Config, reader: EngineReader): Promise<void> {
  await reader.version();
  await indexSamples(config, reader);
}

/** What the engine can't do right now is no reason not to start: pages say so, and it may be back soon. */
function sayAndGoOn(error: unknown): void {
  if (!(error instanceof EngineError)) throw error;
  console.error(error.message);
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const reader = openReader(config);
  await lookAtIndex(config, reader).catch(sayAndGoOn);
  const app = createApp({ reader, engineName: engineName(config) });
  const server = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, ({ port }) => {
    const address =
      config.PUBLIC_URL ?? `http://${LOCAL.includes(config.HOST) ? 'localhost' : config.HOST}:${port}`;
    console.log(`Dateline is at ${address} · API docs at ${address}/docs · engine: ${engineName(config)}`);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(whyNoServer(error, config));
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => server.close(() => void reader.close().then(() => process.exit(0))));
  }
}

function whyNoServer({ code, message }: NodeJS.ErrnoException, { PORT, HOST }: Config): string {
  if (code === 'EADDRINUSE') return `Port ${PORT} is taken. Choose another: PORT=3001 npm start`;
  if (code === 'EACCES') return `Port ${PORT} may not be used. Choose one above 1023: PORT=3000 npm start`;
  return code === 'EADDRNOTAVAIL' ? `HOST: this machine has no address ${HOST}.` : message;
}

start().catch((error: unknown) => {
  const expected = [ConfigError, EngineError, TablesError].some((kind) => error instanceof kind);
  console.error(expected ? (error as Error).message : error);
  process.exit(1);
});
