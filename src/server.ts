import { serve } from '@hono/node-server';
import { openPipeline } from '../indexer/open-pipeline.ts';
import { documentLines, summaryLines } from '../indexer/report.ts';
import { holdsOwn, run } from '../indexer/run.ts';
import { createApp } from './app.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { EngineError, type EngineReader } from './engine/engine.ts';
import { engineName, openForIndexing, openReader } from './engine/open.ts';

/** Brings the samples into an embedded index that holds nothing else; a Meilisearch is never written to here. */
async function indexSamples(config: Config, reader: EngineReader): Promise<void> {
  if (config.MEILI_URL || config.SAMPLES === 'off' || (await holdsOwn(reader))) return;
  const engine = openForIndexing(config);
  try {
    const { samples, ...pipeline } = openPipeline(config.TIME_ZONE);
    const options = { paths: [samples], base: samples, hints: {}, rebuild: false, strict: false };
    const report = await run(options, {
      ...pipeline,
      samples,
      engine,
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

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const reader = openReader(config);
  await indexSamples(config, reader);
  const app = createApp({ reader, engineName: engineName(config) });
  const server = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, ({ port }) => {
    const address =
      config.PUBLIC_URL ?? `http://${config.HOST === '0.0.0.0' ? 'localhost' : config.HOST}:${port}`;
    console.log(`Dateline is at ${address} · API docs at ${address}/docs · engine: ${engineName(config)}`);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken =
      error.code === 'EADDRINUSE'
        ? `Port ${config.PORT} is taken. Choose another: PORT=3001 npm start`
        : error.message;
    console.error(taken);
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => server.close(() => void reader.close().then(() => process.exit(0))));
  }
}

start().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof EngineError;
  console.error(expected ? error.message : error);
  process.exit(1);
});
