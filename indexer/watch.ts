import { watch as observe } from 'chokidar';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError, isReadable, SIDE_FILE, withoutEnding } from './inputs.ts';
import { emptyReport, type Report } from './report.ts';
import type { RunOptions, RunParts } from './indexed-documents.ts';
import { run } from './run.ts';

/** Editors save in several steps; only when a file has been still for this long is it read. */
const SETTLED = { stabilityThreshold: 300, pollInterval: 50 };

/**
 * Keeps the index in step with files and folders until `interrupted`: what changes is read again, what
 * vanishes is removed. `first` is the report of the run that read them all; `changed` hears of each
 * change. @throws EngineError where the engine fails.
 */
export async function watch(
  options: RunOptions,
  parts: RunParts,
  first: Report,
  changed: (report: Report) => void,
): Promise<void> {
  for (const path of options.paths) {
    if (!existsSync(resolve(options.base, path)))
      throw new InputError(`--watch follows files and folders, and ${path} is neither`);
  }
  const folder = keepInStep(options, parts, changed);
  folder.remember(first);
  // One change after the other: two runs at once could give one id to two documents.
  let last: Promise<void> = Promise.resolve();
  const roots = options.paths.map((path) => resolve(options.base, path));
  const observer = observe(roots, { ignoreInitial: true, awaitWriteFinish: SETTLED, atomic: true });
  const inTurn = (act: (path: string) => Promise<void>) => (file: string) => {
    for (const path of folder.inputsOf(file)) {
      last = last.then(() => act(path)).catch((cause: unknown) => void observer.emit('error', cause));
    }
  };
  observer
    .on('add', inTurn(folder.read))
    .on('change', inTurn(folder.read))
    .on('unlink', inTurn(folder.settle));
  try {
    await new Promise<void>((done, fail) => {
      observer.on('error', fail);
      parts.interrupted.addEventListener('abort', () => done());
    });
  } finally {
    await observer.close();
    await last;
  }
}

/** Remembers which live blogs came from which file (by its absolute path), so that they go with it. */
function keepInStep(options: RunOptions, parts: RunParts, changed: (report: Report) => void) {
  const idsOf = new Map<string, Set<string>>();

  function remember({ documents }: Report): void {
    for (const { path, id, updates } of documents) {
      const file = resolve(options.base, path);
      if (updates > 0) idsOf.set(file, (idsOf.get(file) ?? new Set()).add(id));
    }
  }

  /** Reads an input again. What could not be read stays as it was; what it no longer holds goes. */
  async function read(path: string): Promise<void> {
    const before = idsOf.get(path) ?? new Set<string>();
    const report = await run({ ...options, paths: [path], rebuild: false, strict: false }, parts);
    const failed = report.documents.some(({ problems }) => problems.length > 0);
    if (!failed) idsOf.delete(path);
    remember(report);
    if (!failed) await remove(before.difference(idsOf.get(path) ?? new Set()), report);
    changed(report);
  }

  async function forget(path: string): Promise<void> {
    const report = emptyReport();
    await remove(idsOf.get(path) ?? new Set(), report);
    if (idsOf.delete(path)) changed(report);
  }

  async function remove(ids: ReadonlySet<string>, report: Report): Promise<void> {
    for (const id of ids) {
      report.removed += (await parts.reader?.timeline(id))?.length ?? 0;
      await parts.writer?.remove(id);
      report.notes.push(`${id} is gone from its folder: removed`);
    }
  }

  return {
    remember,
    read,
    /** An input that vanished is forgotten, one that only lost its side file is read again. */
    settle: (path: string) => (idsOf.has(path) && existsSync(path) ? read(path) : forget(path)),
    /** The inputs that a changed file concerns: itself, or those beside a side file. */
    inputsOf(path: string): string[] {
      if (!path.endsWith(SIDE_FILE)) return isReadable(path) ? [path] : [];
      const stem = path.slice(0, -SIDE_FILE.length);
      return [...idsOf.keys()].filter((input) => withoutEnding(input) === stem);
    },
  };
}
