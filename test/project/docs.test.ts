import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DIALECTS } from '../../indexer/split/split.ts';
import { SOURCES } from '../../indexer/sources/sources.ts';
import { environment } from '../../src/config.ts';
import { FACET_NAMES } from '../../src/facets.ts';
import { ROOT, sourceFiles } from './sources.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const settings = Object.keys(environment.shape).sort();

describe('what the documents say is so', () => {
  test('the README’s table lists every setting, and no other', () => {
    const listed = [...read('README.md').matchAll(/^\| `([A-Z][A-Z_]+)` +\|/gm)].map(([, name]) => name!);
    expect(listed.toSorted()).toEqual(settings);
  });
  test('.env.example does, too', () => {
    const listed = [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name!);
    expect(listed.toSorted()).toEqual(settings);
  });
  test('every npm script in README and CONTRIBUTING exists', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [
      ...(read('README.md') + read('CONTRIBUTING.md')).matchAll(
        /npm (?:run (?:-s )?([a-z:-]+)|(test|start)\b)/g,
      ),
    ];
    expect(named.length).toBeGreaterThan(4);
    for (const [, run, short] of named) expect(Object.keys(scripts)).toContain(run ?? short);
  });
  test('DESIGN.md says why each dependency is there', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const design = read('DESIGN.md');
    for (const name of Object.keys({ ...dependencies, ...devDependencies }))
      expect(design).toContain(`\`${name}\``);
  });
  test('the README names every facet, format and dialect', () => {
    const readme = read('README.md');
    for (const name of [
      ...FACET_NAMES,
      ...DIALECTS.map((d) => d.name),
      ...SOURCES.map((s) => s.name).filter((format) => format !== 'unsupported'),
    ])
      expect(readme).toContain(`\`${name}\``);
  });
  test('links to files of the project lead somewhere', () => {
    for (const page of ['README.md', 'DESIGN.md', 'CONTRIBUTING.md']) {
      for (const [, target] of read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g))
        expect(() => read(target!), `${page} → ${target}`).not.toThrow(/ENOENT/);
    }
  });
});

describe('sizes', () => {
  test('no source file is longer than 250 lines', () => {
    const long = sourceFiles().filter(({ text }) => text.split('\n').length > 250);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
  test('most files fit on a screen: the median is at most 100 lines', () => {
    const lengths = sourceFiles()
      .map(({ text }) => text.split('\n').length)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(100);
  });
  test('only config and the command lines read the environment', () => {
    const reading = sourceFiles()
      .filter(({ text }) => /process\.env/.test(text))
      .map(({ path }) => path);
    expect(reading).toEqual(['indexer/main.ts', 'src/server.ts']);
  });
  test('nothing writes HTML past the escaping', () => {
    const raw = sourceFiles().filter(({ text }) =>
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\braw\(/.test(text),
    );
    expect(raw.map(({ path }) => path)).toEqual([]);
  });
});
