import type { z } from 'zod';
import { ConfigError, type Config } from '../../src/config.ts';
import type { DocumentHints } from '../document.ts';
import type { RunParts } from '../indexed-documents.ts';
import { summaryLines, type Report } from '../report.ts';
import { documentHints } from '../side-file.ts';

/** What a command gets from whoever runs it. */
export interface Shell {
  config: Config;
  /** The folder in which the person stands: relative paths begin there. */
  base: string;
  out: NodeJS.WriteStream;
  err: NodeJS.WriteStream;
  /** Aborted when the person wants an end. */
  interrupted: AbortSignal;
}

/** Options that every command with a report has. */
export interface ReportOptions {
  report: 'text' | 'json';
}

/** What a text doesn't say about itself. */
export type HintOptions = Omit<DocumentHints, 'id'>;

/** Exit codes beside those of a finished run (`exitCode`). */
export const IN_PART = 1;
export const NOTHING_DONE = 2;
const INTERRUPTED = 130;

/** @throws ConfigError naming the options that can't be meant. */
export function readHints({ title, url, publisher, timeZone, date, dialect }: HintOptions): DocumentHints {
  const given = Object.entries({ title, url, publisher, timeZone, date, dialect }).filter(
    ([, value]) => value !== undefined,
  );
  const result = documentHints.safeParse(Object.fromEntries(given));
  if (!result.success) throw new ConfigError(result.error.issues.map(optionMessage).join('\n'));
  return result.data as DocumentHints;
}

const optionMessage = ({ path, message }: z.core.$ZodIssue) =>
  `--${String(path[0]).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${message}`;

/** A person's report goes to standard error; a program's to standard output, unless records go there. */
export function printReport(
  { out, err }: Shell,
  report: Report,
  { report: form, output }: ReportOptions & { output?: string },
): void {
  if (form === 'text') err.write(`${summaryLines(report).join('\n')}\n`);
  else (output === '-' ? err : out).write(`${JSON.stringify(report)}\n`);
}

/** Tells a person something while the work goes on; on a terminal a progress bar may stand there, and comes back after it. */
export const sayOn =
  ({ err }: Shell) =>
  (line: string) =>
    void err.write(`${err.isTTY ? '\r\u001b[K' : ''}${line}\n`);

/** Does the work of a command and gives back its exit code; closes what is open however it ends, also by an interruption. */
export async function carefully(
  { err, interrupted }: Shell,
  { reader, writer }: Pick<RunParts, 'reader' | 'writer'>,
  work: () => Promise<number>,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!interrupted.aborted) throw error;
    err.write('Interrupted. What was written stays; run the same command again to complete it.\n');
    return INTERRUPTED;
  } finally {
    await writer?.close();
    await reader?.close();
  }
}
