import { describe, expect, test } from 'vitest';
import { sourceFiles, type SourceFile } from './sources.ts';

const files = sourceFiles();
const TERMS = ['src/record.ts', 'src/facets.ts', 'src/query.ts', 'src/query-text.ts', 'src/limits.ts'];
const ROOTS = ['src/server.ts', 'indexer/main.ts'];
const ADAPTERS = ['src/engine/embedded/', 'src/engine/meilisearch/'];
const isNeutral = (path: string) => /^src\/engine\/[^/]+\.ts$/.test(path) && path !== 'src/engine/open.ts';
const isPackage = (target: string) => !target.startsWith('src/') && !target.startsWith('indexer/');

interface Rule {
  why: string;
  files: (path: string) => boolean;
  /** Which imports are wrong. */
  wrong: (target: string, file: SourceFile, typeOnly: boolean) => boolean;
}

const rules: Record<string, Rule> = {
  'src imports nothing of the indexer': {
    why: 'the service runs without the indexer; only the first start brings the samples in',
    files: (path) => path.startsWith('src/') && path !== 'src/server.ts',
    wrong: (target) => target.startsWith('indexer/'),
  },
  'the terms import only zod and each other': {
    why: 'record, query and query text mean the same everywhere',
    files: (path) => TERMS.includes(path),
    wrong: (target) => target !== 'zod' && !TERMS.includes(target),
  },
  'the port and what stands beside it know no adapter': {
    why: 'both engines are written against them',
    files: isNeutral,
    wrong: (target) => !TERMS.includes(target) && !isNeutral(target),
  },
  'an adapter knows the port, the neutral files and its own vendor': {
    why: 'an engine can be added or removed as one folder',
    files: (path) => ADAPTERS.some((folder) => path.startsWith(folder)),
    wrong: (target, { path }) => {
      const own = ADAPTERS.find((folder) => path.startsWith(folder))!;
      const vendor = own.includes('meilisearch') ? ['meilisearch'] : [];
      if (isPackage(target)) return !target.startsWith('node:') && !vendor.includes(target);
      return !target.startsWith(own) && !TERMS.includes(target) && !isNeutral(target);
    },
  },
  'only open.ts knows the adapters': {
    why: 'everything else works with any engine',
    files: (path) => path !== 'src/engine/open.ts' && !ADAPTERS.some((folder) => path.startsWith(folder)),
    wrong: (target) => ADAPTERS.some((folder) => target.startsWith(folder)),
  },
  'pages know of the API only its contract, its parameters and its problems': {
    why: 'a page and an answer are two views of one search',
    files: (path) => path.startsWith('src/site/'),
    wrong: (target) =>
      target.startsWith('src/api/') &&
      !['src/api/contract.ts', 'src/api/search-parameters.ts', 'src/api/errors.ts'].includes(target),
  },
  'code for the browser runs on its own': {
    why: 'what it imports is sent to every reader',
    files: (path) => path.endsWith('.client.ts') || path.startsWith('src/search-box/'),
    wrong: (target, { path }, typeOnly) =>
      !typeOnly && !target.startsWith(path.slice(0, path.lastIndexOf('/') + 1)),
  },
  'nobody imports a composition root': {
    why: 'they start things when they are loaded',
    files: () => true,
    wrong: (target) => ROOTS.includes(target),
  },
};

describe(`import rules over ${files.length} files`, () => {
  test('there are files to look at', () => expect(files.length).toBeGreaterThan(60));

  test.each(Object.entries(rules))('%s', (_, { files: concerns, wrong, why }) => {
    const concerned = files.filter(({ path }) => concerns(path));
    expect(concerned.length).toBeGreaterThan(0);
    const broken = concerned.flatMap((file) =>
      file.imports
        .filter(({ target, typeOnly }) => wrong(target, file, typeOnly))
        .map(({ target }) => `${file.path} imports ${target}`),
    );
    expect(broken, why).toEqual([]);
  });
});

describe('what the workers of the embedded engine load', () => {
  const loaded = (path: string, known = new Set<string>()): Set<string> => {
    if (known.has(path)) return known;
    known.add(path);
    const { imports = [] } = files.find((file) => file.path === path) ?? {};
    for (const { target, typeOnly } of imports) if (!typeOnly) loaded(target, known);
    return known;
  };

  test.each(['reader-worker', 'writer-worker'])(
    '%s needs no package: each would hold up every start',
    (name) => {
      const all = [...loaded(`src/engine/embedded/${name}.ts`)];
      expect(all.length).toBeGreaterThan(20);
      expect(all.filter((target) => isPackage(target) && !target.startsWith('node:'))).toEqual([]);
    },
  );
});
