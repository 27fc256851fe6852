import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';

/** A folder with limits, until it is released. */
export interface Limited {
  path: string;
  release(): void;
}

function mount(...args: string[]): Limited {
  const path = mkdtempSync(join(tmpdir(), 'dateline-'));
  const { status, stderr, error } = spawnSync('mount', [...args, path], { encoding: 'utf8' });
  if (status !== 0) {
    rmSync(path, { recursive: true });
    // "mount: PATH: why.", and sometimes more on further lines.
    throw new Error(error?.message ?? stderr.split('\n')[0]!.split(': ').at(-1));
  }
  return {
    path,
    release() {
      // Lazily, because a test that failed may have files open.
      spawnSync('umount', ['-l', path]);
      rmSync(path, { recursive: true });
    },
  };
}

/** A real disk that is soon full. */
export function smallDisk(kilobytes: number): Limited & { resize(kilobytes: number): void } {
  const disk = mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs');
  const resize = (size: number) =>
    void spawnSync('mount', ['-o', `remount,size=${size}k`, disk.path], { stdio: 'inherit' });
  return { ...disk, resize };
}

/** Another path to a folder, through which nobody can write, not even root; through its own path one can. */
export const readOnlyPath = (folder: string): Limited => mount('--bind', '-o', 'ro', folder);

/** Why this user can mount no disk here; undefined where that works. */
export const whyNoMounts = ((): string | undefined => {
  try {
    return void smallDisk(64).release();
  } catch (cause) {
    return `no disk can be mounted here: ${(cause as Error).message}`;
  }
})();

/** A suite that needs what this machine may not give; then its name says why it is skipped. */
export function describeUnless(whyNot: string | undefined, name: string, suite: () => void): void {
  describe.skipIf(whyNot !== undefined)(whyNot === undefined ? name : `${name} (skipped: ${whyNot})`, suite);
}

/** Why permissions don't hold this user back. */
export const whyNoPermissions = process.getuid?.() === 0 ? 'root may write to every folder' : undefined;

/** Takes the permission to write from a folder, for users whom that binds. */
export function withoutPermission(path: string): Limited {
  const allow = (forFolder: number, forFiles: number) => {
    chmodSync(path, 0o755);
    for (const name of readdirSync(path)) chmodSync(join(path, name), forFiles);
    chmodSync(path, forFolder);
  };
  allow(0o555, 0o444);
  return { path, release: () => allow(0o755, 0o644) };
}

const ballast = (path: string): string => join(path, 'ballast');

/** Fills a disk but for so many kilobytes. */
export function fill(path: string, leave = 0): void {
  try {
    for (;;) appendFileSync(ballast(path), Buffer.alloc(4096));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOSPC') throw cause;
  }
  truncateSync(ballast(path), statSync(ballast(path)).size - leave * 1024);
}

export const makeRoom = (path: string): void => rmSync(ballast(path));
