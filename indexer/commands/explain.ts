import type { UpdateRecord } from '../../src/record.ts';
import { explain } from '../explain/explain.ts';
import type { RunParts } from '../indexed-documents.ts';
import { openPipeline } from '../open-pipeline.ts';
import { lines, silent } from '../progress.ts';
import { exitCode } from '../report.ts';
import { run } from '../run.ts';
import { carefully, readHints, type HintOptions, type ReportOptions, type Shell } from './shell.ts';

export interface ExplainOptions extends HintOptions, ReportOptions {
  html?: boolean;
}

/** Prints live blogs with every facet value marked and explained; writes nothing. Gives back the exit code. */
export async function explainFiles(paths: string[], given: ExplainOptions, shell: Shell): Promise<number> {
  const { config, base, out, err, interrupted } = shell;
  const records: UpdateRecord[] = [];
  const parts: RunParts = {
    ...openPipeline(config.TIME_ZONE, config.ENTITIES_DIR),
    output: async (record) => void records.push(record),
    progress: given.report === 'json' ? silent.document : lines(err).document,
    interrupted,
  };
  return carefully(shell, parts, async () => {
    const report = await run({ paths, base, hints: readHints(given) }, parts);
    out.write(await explain(records, { html: given.html ?? false, colours: out.hasColors?.() ?? false }));
    if (given.report === 'json') err.write(`${JSON.stringify(report)}\n`);
    return exitCode(report);
  });
}
