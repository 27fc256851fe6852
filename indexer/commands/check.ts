import { openReader } from '../../src/engine/open.ts';
import { diagnose } from '../check.ts';
import type { RunParts } from '../indexed-documents.ts';
import { openPipeline } from '../open-pipeline.ts';
import { lines, silent } from '../progress.ts';
import { exitCode } from '../report.ts';
import { run } from '../run.ts';
import {
  carefully,
  printReport,
  readHints,
  type HintOptions,
  type ReportOptions,
  type Shell,
} from './shell.ts';

/** Says how documents would be read and what that would change; writes nothing. Gives back the exit code. */
export async function check(
  paths: string[],
  given: HintOptions & ReportOptions,
  shell: Shell,
): Promise<number> {
  const { config, base, interrupted } = shell;
  const parts: RunParts = {
    ...openPipeline(config.TIME_ZONE, config.ENTITIES_DIR),
    reader: openReader(config),
    inspect: (...document) => diagnose(...document, given.timeZone),
    progress: given.report === 'json' ? silent.document : lines(shell.err).document,
    interrupted,
  };
  return carefully(shell, parts, async () => {
    const report = await run({ paths, base, hints: readHints(given) }, parts);
    report.notes.push('Nothing was written; indexing these would do this:');
    printReport(shell, report, given);
    return exitCode(report);
  });
}
