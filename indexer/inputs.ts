import { glob, readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { READABLE } from './sources/sources.ts';

/** An input that could not be read: the run goes on with the next. */
export class InputError extends Error {
  override name = 'InputError';
}

/** Ending of the file beside a document that says more about it. */
export const SIDE_FILE = '.meta.json';
export const isUrl = (path: string): boolean => /^https?:\/\//i.test(path);
/** Is it a file, and not standard input or a page? */
export const isFile = (path: string): boolean => path !== '-' && !isUrl(path);
const isPattern = (path: string): boolean => /[*?[\]{}]/.test(path);

/** `blogs/a` for `blogs/a.txt`. */
export const withoutEnding = (path: string): string => path.slice(0, path.length - extname(path).length);

/** Would a folder that holds this file offer it? Side files, READMEs, hidden files and other endings are no inputs. */
export const isReadable = (path: string): boolean =>
  READABLE.includes(extname(path).toLowerCase()) &&
  !path.endsWith(SIDE_FILE) &&
  !/^readme\b/i.test(basename(path)) &&
  !basename(path).startsWith('.');

/**
 * Every input under the given paths: files, folders and patterns in the order of their names; `-` and
 * web addresses stay as they are. Paths are relative to `base`.
 */
export async function* findInputs(
  paths: readonly string[],
  base: string,
): AsyncGenerator<{ path: string; error?: InputError }> {
  for (const path of paths) {
    const found = isFile(path) ? await stat(resolve(base, path)).catch(() => undefined) : undefined;
    if (found?.isDirectory()) yield* inFolder(path, base);
    else if (found || !isFile(path)) yield { path };
    else if (isPattern(path)) yield* matching(path, base);
    else yield { path, error: new InputError('there is no such file or folder') };
  }
}

async function* inFolder(folder: string, base: string): AsyncGenerator<{ path: string; error?: InputError }> {
  const files = await filesIn(folder, base);
  for (const path of files) yield { path };
  const known = READABLE.join(' ');
  if (files.length === 0)
    yield { path: folder, error: new InputError(`holds no file that can be read (${known})`) };
}

async function* matching(
  pattern: string,
  base: string,
): AsyncGenerator<{ path: string; error?: InputError }> {
  const paths = (await Array.fromAsync(glob(pattern, { cwd: base }))).filter(
    (path) => !path.endsWith(SIDE_FILE),
  );
  if (paths.length === 0) yield { path: pattern, error: new InputError('no file matches this pattern') };
  else yield* findInputs(paths.sort(), base);
}

/** Files in a folder and in those within it, in the order of their names. */
async function filesIn(folder: string, base: string): Promise<string[]> {
  const entries = await readdir(resolve(base, folder), { withFileTypes: true });
  const names = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const found = names.map(async (entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return isReadable(path) ? [path] : [];
    return /^(?:\.|node_modules$)/.test(entry.name) ? [] : filesIn(path, base);
  });
  return (await Promise.all(found)).flat();
}
