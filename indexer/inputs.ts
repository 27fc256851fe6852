import { readFile, readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { z } from 'zod';
import { day, identifier } from '../src/record.ts';
import type { DocumentHints } from './document.ts';
import { READABLE } from './sources/sources.ts';
import type { Input } from './sources/source.ts';
import { isZone } from './split/zone.ts';

/** What a side file `NAME.meta.json` or the command line can say about a document. */
export const documentHints = z.strictObject({
  id: identifier.optional(),
  title: z.string().min(1).optional(),
  url: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
  publisher: z.string().min(1).optional(),
  timeZone: z.string().refine(isZone, 'must be an IANA time zone like Europe/Berlin').optional(),
  date: day.optional(),
  language: z.string().min(2).optional(),
  dialect: z.string().optional(),
});

/** An input that could not be read: the run goes on with the next. */
export class InputError extends Error {
  override name = 'InputError';
}

/** Every file under the given paths, folders in the order of their names; `-` stays as it is. Paths are relative to `base`. */
export async function* findInputs(
  paths: readonly string[],
  base: string,
): AsyncGenerator<{ path: string; error?: InputError }> {
  for (const path of paths) {
    if (path === '-') {
      yield { path };
      continue;
    }
    const found = await stat(resolve(base, path)).catch(() => undefined);
    if (!found) yield { path, error: new InputError('there is no such file or folder') };
    else if (found.isDirectory()) yield* findInputs(await filesIn(path, base), base);
    else yield { path };
  }
}

async function filesIn(folder: string, base: string): Promise<string[]> {
  const entries = await readdir(resolve(base, folder), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() || READABLE.includes(extname(entry.name).toLowerCase()))
    .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => join(folder, entry.name))
    .sort();
}

/**
 * Reads a file (or standard input) with its side file. What `given` says wins over the side file.
 * @throws InputError for what is no UTF-8 text, or a side file that doesn't fit.
 */
export async function readInput(path: string, base: string, given: DocumentHints): Promise<Input> {
  const bytes = path === '-' ? await readStandardInput() : await readFile(resolve(base, path));
  const side = path === '-' ? {} : await readSideFile(resolve(base, path));
  return { path, text: decode(bytes), hints: { ...side, ...given } };
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer): string {
  if (bytes.includes(0))
    throw new InputError('holds NUL bytes: no text, or text in UTF-16; save it as UTF-8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError('is not UTF-8; save it as UTF-8 and try again');
  }
}

async function readSideFile(path: string): Promise<DocumentHints> {
  const side = path.slice(0, path.length - extname(path).length) + '.meta.json';
  const text = await readFile(side, 'utf8').catch(() => undefined);
  if (text === undefined) return {};
  try {
    return documentHints.parse(JSON.parse(text)) as DocumentHints;
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new InputError(`its side file ${side} does not fit: ${why}`);
  }
}
