import { join, resolve } from 'node:path';
import { Command, Option, type CommandOptions } from 'commander';
import type { z } from 'zod';
import { ConfigError, readConfig } from '../src/config.ts';
import { EngineError, type EngineReader } from '../src/engine/engine.ts';
import { openForIndexing, openReader } from '../src/engine/open.ts';
import { BrokenOffError } from './broken-off.ts';
import { diagnose } from './check.ts';
import type { DocumentHints } from './document.ts';
import { problemLine } from './enrich/names/lint-tables.ts';
import { checkTables, TablesError } from './enrich/names/own-tables.ts';
import { explain } from './explain/explain.ts';
import { findInputs, InputError } from './inputs.ts';
import { ENTITIES, openPipeline } from './open-pipeline.ts';
import { lines, progressOn, silent, type Progress } from './progress.ts';
import { openOutput } from './output.ts';
import { openQuarantine } from './quarantine.ts';
import { indexedBlogs, refacet } from './refacet.ts';
import { exitCode, summaryLines, type Report } from './report.ts';
import { documentHints } from './side-file.ts';
import { StrictError, type RunParts } from './indexed-documents.ts';
import { run } from './run.ts';
import { DIALECTS } from './split/split.ts';
import type { UpdateRecord } from '../src/record.ts';
import { watch } from './watch.ts';

interface Arguments extends Omit<DocumentHints, 'id'> {
  dryRun?: boolean;
  output?: string;
  rebuild?: boolean;
  strict?: boolean;
  watch?: boolean;
  html?: boolean;
  report: 'text' | 'json';
}

const INTERRUPTED = 130;
const IN_PART = 1;
const NOTHING_DONE = 2;

const program = new Command('npm run index --').exitOverride((error) =>
  process.exit(error.exitCode === 0 ? 0 : NOTHING_DONE),
);

const reportOption = () =>
  new Option('--report <form>', 'form of the report').choices(['text', 'json']).default('text');

const command = (name: string, settings: CommandOptions) =>
  program
    .command(name, settings)
    .argument('<path...>', 'files, folders, patterns, web addresses; - is standard input')
    .addOption(reportOption())
    .option('--title <text>', 'of the document')
    .option('--url <address>', 'of the page')
    .option('--publisher <name>')
    .option('--time-zone <zone>', 'of the blog’s clock, like Europe/Berlin')
    .option('--date <day>', 'of a blog that shows none, like 2013-09-13')
    .addOption(new Option('--dialect <name>', 'of a plain text').choices(DIALECTS.map(({ name: d }) => d)));

command('index', { isDefault: true })
  .description('Cuts live blogs into updates and loads them into the configured engine.')
  .option('--dry-run', 'write nothing to the index')
  .option('--output <file>', 'write the finished records there as NDJSON; - is standard output')
  .option('--rebuild', 'afterwards the index holds only these paths')
  .option('--strict', 'stop at the first problem')
  .option('--watch', 'stay, and keep the index in step with these files and folders')
  .action((paths: string[], given: Arguments) => load(paths, given));

command('check', {})
  .description('Says how documents would be read and what that would change; writes nothing.')
  .showHelpAfterError(
    'check writes nothing and reads everything: what is about writing or stopping is an option of index only.',
  )
  .action((paths: string[], given: Arguments) => check(paths, given));

command('explain', {})
  .description(
    'Prints live blogs with every facet value marked in the text, and why it is there; writes nothing.',
  )
  .option('--html', 'as a page for a browser, on standard output')
  .action((paths: string[], given: Arguments) => tellWhy(paths, given));

program
  .command('refacet')
  .description('Finds names anew in what the index holds, with the tables as they are now; reads no source.')
  .option('--dry-run', 'write nothing to the index')
  .addOption(reportOption())
  .action((given: Arguments) => refacetIndex(given));

program
  .command('lint-entities')
  .argument('[folder]', 'tables of your own; those of ENTITIES_DIR unless given')
  .description('Says what is wrong in the tables of names, by file and line.')
  .action((folder?: string) => lintEntities(folder));

// Without a command's name it is `index`, so its options belong to the first help that one sees.
program.addHelpText('after', () => `\n${program.commands[0]!.helpInformation()}`);

/** Tells a person what to do about it; what nobody expected keeps its stack. */
function fail(error: unknown): void {
  const expected = [ConfigError, EngineError, InputError, StrictError, TablesError].some(
    (kind) => error instanceof kind,
  );
  console.error(expected ? (error as Error).message : error);
  const inPart = error instanceof StrictError || error instanceof BrokenOffError;
  process.exitCode = inPart ? IN_PART : NOTHING_DONE;
}

function readHints({ title, url, publisher, timeZone, date, dialect }: Arguments): DocumentHints {
  const given = Object.entries({ title, url, publisher, timeZone, date, dialect }).filter(
    ([, value]) => value !== undefined,
  );
  const result = documentHints.safeParse(Object.fromEntries(given));
  if (!result.success) throw new ConfigError(result.error.issues.map(optionMessage).join('\n'));
  return result.data as DocumentHints;
}

const optionMessage = ({ path, message }: z.core.$ZodIssue) =>
  `--${String(path[0]).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${message}`;

/** npm runs scripts in the project's folder; INIT_CWD is where the person stands. */
const standing = () => process.env['INIT_CWD'] ?? process.cwd();

function print(report: Report, { report: form, output }: Arguments): void {
  if (form === 'text') console.error(summaryLines(report).join('\n'));
  else if (output === '-') console.error(JSON.stringify(report));
  else console.log(JSON.stringify(report));
}

async function openProgress(paths: string[], { report, watch: stays }: Arguments): Promise<Progress> {
  if (report === 'json') return silent;
  if (stays) return lines(process.stderr);
  return progressOn(
    process.stderr,
    async () => (await Array.fromAsync(findInputs(paths, standing()))).length,
  );
}

function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}

async function load(paths: string[], given: Arguments): Promise<void> {
  const config = readConfig(process.env);
  const options = { paths, base: standing(), hints: readHints(given), ...given };
  const output = given.output
    ? await openOutput(given.output === '-' ? '-' : resolve(standing(), given.output))
    : undefined;
  const pipeline = openPipeline(config.TIME_ZONE, config.ENTITIES_DIR);
  const engine = given.dryRun ? {} : openForIndexing(config);
  const progress = await openProgress(paths, given);
  const parts: RunParts = {
    ...pipeline,
    ...engine,
    ...(!given.dryRun && { quarantine: openQuarantine(join(config.DATA_DIR, 'quarantine')) }),
    ...(output && { output: output.write }),
    progress: progress.document,
    interrupted: interruption(),
  };
  await carefully(parts, async () => {
    const report = await run(options, parts).finally(progress.done);
    print(report, given);
    process.exitCode = exitCode(report);
    if (given.watch) await watch(options, parts, report, (change) => print(change, given));
  }).finally(output?.close);
}

/** Closes what is open however it ends; an interruption is an end like any other. */
async function carefully(parts: RunParts, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!parts.interrupted.aborted) throw error;
    console.error('Interrupted. What was written stays; run the same command again to complete it.');
    process.exitCode = INTERRUPTED;
  } finally {
    await parts.writer?.close();
    await parts.reader?.close();
  }
}

async function check(paths: string[], given: Arguments): Promise<void> {
  const config = readConfig(process.env);
  const parts: RunParts = {
    ...openPipeline(config.TIME_ZONE, config.ENTITIES_DIR),
    reader: openReader(config),
    inspect: (...document) => diagnose(...document, given.timeZone),
    progress: given.report === 'json' ? silent.document : lines(process.stderr).document,
    interrupted: interruption(),
  };
  await carefully(parts, async () => {
    const report = await run({ paths, base: standing(), hints: readHints(given) }, parts);
    report.notes.push('Nothing was written; indexing these would do this:');
    print(report, given);
    process.exitCode = exitCode(report);
  });
}

async function tellWhy(paths: string[], given: Arguments): Promise<void> {
  const records: UpdateRecord[] = [];
  const config = readConfig(process.env);
  const parts: RunParts = {
    ...openPipeline(config.TIME_ZONE, config.ENTITIES_DIR),
    output: async (record) => void records.push(record),
    progress: given.report === 'json' ? silent.document : lines(process.stderr).document,
    interrupted: interruption(),
  };
  await carefully(parts, async () => {
    const report = await run({ paths, base: standing(), hints: readHints(given) }, parts);
    const text = await explain(records, {
      html: given.html ?? false,
      colours: process.stdout.hasColors?.() ?? false,
    });
    process.stdout.write(text);
    if (given.report === 'json') console.error(JSON.stringify(report));
    process.exitCode = exitCode(report);
  });
}

async function refacetIndex(given: Arguments): Promise<void> {
  const config = readConfig(process.env);
  const pipeline = openPipeline(config.TIME_ZONE, config.ENTITIES_DIR);
  const engine = given.dryRun ? { reader: openReader(config) } : openForIndexing(config);
  const progress = await refacetProgress(engine.reader, given);
  const parts = { ...pipeline, ...engine, progress: progress.document, interrupted: interruption() };
  await carefully(parts, async () => {
    const report = await refacet(parts).finally(progress.done);
    print(report, given);
    process.exitCode = exitCode(report);
  });
}

async function refacetProgress(reader: EngineReader, { report }: Arguments): Promise<Progress> {
  if (report === 'json') return silent;
  return progressOn(process.stderr, async () => (await indexedBlogs(reader)).length);
}

function lintEntities(folder?: string): void {
  const own = folder === undefined ? readConfig(process.env).ENTITIES_DIR : resolve(standing(), folder);
  const { rows, problems } = checkTables(ENTITIES, own);
  for (const problem of problems) console.error(problemLine(problem));
  const found = problems.length === 1 ? '1 problem' : `${problems.length || 'no'} problems`;
  console.error(`${rows.length} entities, ${found}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

program.parseAsync().catch(fail);
