import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { ConfigError, readConfig } from '../src/config.ts';
import { EngineError } from '../src/engine/engine.ts';
import { openForIndexing } from '../src/engine/open.ts';
import type { UpdateRecord } from '../src/record.ts';
import type { DocumentHints } from './document.ts';
import { documentHints, InputError } from './inputs.ts';
import { openPipeline } from './open-pipeline.ts';
import { documentLines, exitCode, summaryLines, type Report } from './report.ts';
import { run, StrictError, type RunParts } from './run.ts';
import { DIALECTS } from './split/split.ts';

interface Arguments extends Omit<DocumentHints, 'id'> {
  dryRun?: boolean;
  output?: string;
  rebuild?: boolean;
  strict?: boolean;
  report: 'text' | 'json';
}

const INTERRUPTED = 130;
const NOTHING_DONE = 2;

const program = new Command('npm run index --')
  .description('Cuts live blogs into updates and loads them into the configured engine.')
  .argument('<path...>', 'files and folders; - is standard input')
  .option('--dry-run', 'write nothing to the index')
  .option('--output <file>', 'write the finished records there as NDJSON; - is standard output')
  .option('--rebuild', 'afterwards the index holds only these paths')
  .option('--strict', 'stop at the first problem')
  .addOption(new Option('--report <form>', 'form of the report').choices(['text', 'json']).default('text'))
  .option('--title <text>', 'of the document')
  .option('--url <address>', 'of the page')
  .option('--publisher <name>')
  .option('--time-zone <zone>', 'of the blog’s clock, like Europe/Berlin')
  .option('--date <day>', 'of a blog that shows none, like 2013-09-13')
  .addOption(new Option('--dialect <name>', 'of a plain text').choices(DIALECTS.map(({ name }) => name)))
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : NOTHING_DONE));

/** Tells a person what to do about it; what nobody expected keeps its stack. */
function fail(error: unknown): never {
  const expected = [ConfigError, EngineError, InputError, StrictError].some((kind) => error instanceof kind);
  console.error(expected ? (error as Error).message : error);
  process.exit(error instanceof StrictError ? 1 : NOTHING_DONE);
}

function readHints({ title, url, publisher, timeZone, date, dialect }: Arguments): DocumentHints {
  const given = Object.entries({ title, url, publisher, timeZone, date, dialect }).filter(
    ([, value]) => value !== undefined,
  );
  const result = documentHints.safeParse(Object.fromEntries(given));
  if (!result.success) throw new ConfigError(`These options do not fit:\n${z.prettifyError(result.error)}`);
  return result.data as DocumentHints;
}

/** Writes records as NDJSON, no faster than they are taken. */
function openOutput(target: string): NonNullable<RunParts['output']> {
  const stream = target === '-' ? process.stdout : createWriteStream(target);
  return async (record: UpdateRecord) => {
    if (!stream.write(JSON.stringify(record) + '\n')) await once(stream, 'drain');
  };
}

function print(report: Report, { report: form, output }: Arguments): void {
  if (form === 'text') console.error(summaryLines(report).join('\n'));
  else if (output === '-') console.error(JSON.stringify(report));
  else console.log(JSON.stringify(report));
}

async function main(): Promise<void> {
  program.parse();
  const given = program.opts<Arguments>();
  const config = readConfig(process.env);
  const hints = readHints(given);
  const engine = given.dryRun ? undefined : openForIndexing(config);
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  const parts: RunParts = {
    ...openPipeline(config.TIME_ZONE),
    ...(engine && { engine }),
    ...(given.output && { output: openOutput(given.output) }),
    progress: (document) => given.report === 'text' && console.error(documentLines(document).join('\n')),
    interrupted: interruption.signal,
  };
  const { rebuild = false, strict = false } = given;
  // npm runs scripts in the project's folder; INIT_CWD is where the person stands.
  const base = process.env['INIT_CWD'] ?? process.cwd();
  try {
    const report = await run({ paths: program.args, base, hints, rebuild, strict }, parts);
    print(report, given);
    process.exitCode = exitCode(report);
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    console.error('Interrupted. What was written stays; run the same command again to complete it.');
    process.exitCode = INTERRUPTED;
  } finally {
    await engine?.writer.close();
    await engine?.reader.close();
  }
}

main().catch(fail);
