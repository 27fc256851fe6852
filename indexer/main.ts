import { Command, Option, type CommandOptions } from 'commander';
import { ConfigError, readConfig } from '../src/config.ts';
import { EngineError } from '../src/engine/engine.ts';
import { BrokenOffError } from './broken-off.ts';
import { check } from './commands/check.ts';
import { explainFiles, type ExplainOptions } from './commands/explain.ts';
import { lintEntities } from './commands/lint-entities.ts';
import { load, type LoadOptions } from './commands/load.ts';
import { refacetIndex, type RefacetOptions } from './commands/refacet.ts';
import { IN_PART, NOTHING_DONE, type Shell } from './commands/shell.ts';
import { TablesError } from './enrich/names/own-tables.ts';
import { InputError } from './inputs.ts';
import { StrictError } from './indexed-documents.ts';
import { DIALECTS } from './split/split.ts';

const program = new Command('npm run index --').exitOverride((error) =>
  process.exit(error.exitCode === 0 ? 0 : NOTHING_DONE),
);

/** Runs a command. npm starts it in the project's folder; INIT_CWD is where the person stands. */
async function doing(command: (shell: Shell) => number | Promise<number>): Promise<void> {
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  process.exitCode = await command({
    config: readConfig(process.env),
    base: process.env['INIT_CWD'] ?? process.cwd(),
    out: process.stdout,
    err: process.stderr,
    interrupted: interruption.signal,
  });
}

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
  .action((paths: string[], given: LoadOptions) => doing((shell) => load(paths, given, shell)));

command('check', {})
  .description('Says how documents would be read and what that would change; writes nothing.')
  .showHelpAfterError(
    'check writes nothing and reads everything: what is about writing or stopping is an option of index only.',
  )
  .action((paths: string[], given: LoadOptions) => doing((shell) => check(paths, given, shell)));

command('explain', {})
  .description(
    'Prints live blogs with every facet value marked in the text, and why it is there; writes nothing.',
  )
  .option('--html', 'as a page for a browser, on standard output')
  .action((paths: string[], given: ExplainOptions) => doing((shell) => explainFiles(paths, given, shell)));

program
  .command('refacet')
  .description('Finds names anew in what the index holds, with the tables as they are now; reads no source.')
  .option('--dry-run', 'write nothing to the index')
  .addOption(reportOption())
  .action((given: RefacetOptions) => doing((shell) => refacetIndex(given, shell)));

program
  .command('lint-entities')
  .argument('[folder]', 'tables of your own; those of ENTITIES_DIR unless given')
  .description('Says what is wrong in the tables of names, by file and line.')
  .action((folder?: string) => doing((shell) => lintEntities(folder, shell)));

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

program.parseAsync().catch(fail);
