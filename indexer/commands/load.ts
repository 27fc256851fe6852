import { join, resolve } from 'node:path';
import { openForIndexing } from '../../src/engine/open.ts';
import type { RunParts } from '../indexed-documents.ts';
import { findInputs } from '../inputs.ts';
import { openPipeline } from '../open-pipeline.ts';
import { openOutput } from '../output.ts';
import { lines, progressOn, silent, type Progress } from '../progress.ts';
import { openQuarantine } from '../quarantine.ts';
import { exitCode } from '../report.ts';
import { run } from '../run.ts';
import { watch } from '../watch.ts';
import {
  carefully,
  printReport,
  readHints,
  sayOn,
  type HintOptions,
  type ReportOptions,
  type Shell,
} from './shell.ts';

export interface LoadOptions extends HintOptions, ReportOptions {
  dryRun?: boolean;
  /** A file for the finished records; `-` is standard output. */
  output?: string;
  rebuild?: boolean;
  strict?: boolean;
  watch?: boolean;
}

/** Cuts live blogs into updates and loads them into the configured engine. Gives back the exit code. */
export async function load(paths: string[], given: LoadOptions, shell: Shell): Promise<number> {
  const { config, base, interrupted } = shell;
  const options = { paths, base, hints: readHints(given), ...given };
  const output = await outputOf(given, base);
  const pipeline = openPipeline(config.TIME_ZONE, config.ENTITIES_DIR);
  const engine = given.dryRun ? {} : openForIndexing(config, { say: sayOn(shell) });
  const progress = await progressOf(paths, given, shell);
  const parts: RunParts = {
    ...pipeline,
    ...engine,
    ...(!given.dryRun && { quarantine: openQuarantine(join(config.DATA_DIR, 'quarantine')) }),
    ...(output && { output: output.write }),
    progress: progress.document,
    interrupted,
  };
  return carefully(shell, parts, async () => {
    const report = await run(options, parts).finally(progress.done);
    printReport(shell, report, given);
    if (given.watch) await watch(options, parts, report, (change) => printReport(shell, change, given));
    return exitCode(report);
  }).finally(output?.close);
}

async function outputOf({ output }: LoadOptions, base: string) {
  return output === undefined ? undefined : openOutput(output === '-' ? '-' : resolve(base, output));
}

async function progressOf(
  paths: string[],
  { report, watch: stays }: LoadOptions,
  { err, base }: Shell,
): Promise<Progress> {
  if (report === 'json') return silent;
  if (stays) return lines(err);
  return progressOn(err, async () => (await Array.fromAsync(findInputs(paths, base))).length);
}
