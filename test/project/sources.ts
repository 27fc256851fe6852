import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the project's root, with `/`. */
  path: string;
  text: string;
  imports: { target: string; typeOnly: boolean }[];
}

const IMPORT =
  /^(?:import|export)\s(?<type>type\s)?[^'"]*?from\s+['"](?<from>[^'"]+)['"]|import\(['"](?<dynamic>[^'"]+)['"]\)/gm;

/** Every TypeScript file under src and indexer with what it imports; local targets from the project's root. */
export function sourceFiles(): SourceFile[] {
  return globSync('{src,indexer}/**/*.ts', { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      const imports = [...text.matchAll(IMPORT)].map(({ groups }) => {
        const target = groups?.['from'] ?? groups?.['dynamic'] ?? '';
        const local = target.startsWith('.');
        return {
          target: local
            ? relative(ROOT, resolve(dirname(join(ROOT, path)), target)).replaceAll('\\', '/')
            : target,
          typeOnly: groups?.['type'] !== undefined,
        };
      });
      return { path, text, imports };
    });
}
