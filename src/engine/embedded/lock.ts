import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EngineError, EngineUnavailableError } from '../engine.ts';
import { isBusy, writing } from './failure.ts';

/** What makes its holder the one writer of an index. */
export interface WriterLock {
  /** @throws EngineError where somebody deleted the folder since, so that another may be writing at its path. */
  assertHeld(): void;
  release(): void;
}

/** How long a second writer waits for the first, as the contract has it. */
const WAIT_MILLISECONDS = 10_000;

/**
 * Takes the index in `folder` for one writer; makes the folder if there is none. The lock is SQLite's
 * own, so it ends with the process that holds it, however that ends.
 * @throws EngineError where another writer keeps it for longer than `waitMilliseconds`, or the folder can't be written to.
 */
export function lockForWriting(folder: string, waitMilliseconds = WAIT_MILLISECONDS): WriterLock {
  const file = join(folder, 'writer.lock');
  return writing(folder, () => {
    makeFolder(folder);
    const lock = new DatabaseSync(file, { timeout: waitMilliseconds });
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (cause) {
      lock.close();
      throw isBusy(cause) ? heldByAnother(folder, waitMilliseconds, cause) : cause;
    }
    return held(folder, file, lock);
  });
}

function makeFolder(folder: string): void {
  // mkdir says ENOENT, and not why, where a parent is to be made on a read-only disk.
  accessSync(nearestOf(folder), constants.W_OK);
  mkdirSync(folder, { recursive: true });
}

/** The folder, or the nearest one above it that is there. */
const nearestOf = (folder: string): string => (existsSync(folder) ? folder : nearestOf(dirname(folder)));

function held(folder: string, file: string, lock: DatabaseSync): WriterLock {
  const mine = identityOf(file);
  return {
    assertHeld() {
      if (identityOf(file) !== mine)
        throw new EngineError(
          `The folder ${folder} was deleted or replaced while it was being written to. Start the same command again.`,
        );
    },
    release: () => lock.close(),
  };
}

/** Tells a file from another one that took its name. */
function identityOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev} ${found.ino} ${found.birthtimeNs}` : 'none';
}

function heldByAnother(folder: string, waitMilliseconds: number, cause: unknown): EngineUnavailableError {
  const seconds = waitMilliseconds / 1000;
  return new EngineUnavailableError(
    `Another process is writing to ${folder}; waited ${seconds} s for it. Its readers are not disturbed. ` +
      'Wait until it is done, then try again.',
    { cause },
  );
}
