import { openForIndexing, openReader } from '../../src/engine/open.ts';
import { openPipeline } from '../open-pipeline.ts';
import { progressOn, silent } from '../progress.ts';
import { indexedBlogs } from '../indexed-blogs.ts';
import { refacet } from '../refacet.ts';
import { exitCode } from '../report.ts';
import { carefully, printReport, sayOn, type ReportOptions, type Shell } from './shell.ts';

export interface RefacetOptions extends ReportOptions {
  dryRun?: boolean;
}

/** Finds names anew in what the index holds, with the tables as they are now; reads no source. Gives back the exit code. */
export async function refacetIndex(given: RefacetOptions, shell: Shell): Promise<number> {
  const { config, err, interrupted } = shell;
  const pipeline = openPipeline(config.TIME_ZONE, config.ENTITIES_DIR);
  const engine = given.dryRun
    ? { reader: openReader(config) }
    : openForIndexing(config, { say: sayOn(shell) });
  const progress =
    given.report === 'json'
      ? silent
      : await progressOn(err, async () => (await indexedBlogs(engine.reader)).length);
  const parts = { ...pipeline, ...engine, progress: progress.document, interrupted };
  return carefully(shell, parts, async () => {
    const report = await refacet(parts).finally(progress.done);
    printReport(shell, report, given);
    return exitCode(report);
  });
}
