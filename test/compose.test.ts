import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Service {
  image: string;
  command: string[];
  environment?: Record<string, string>;
  env_file?: unknown;
  volumes?: string[];
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
}

const text = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const here = (path: string) => existsSync(new URL(`../${path}`, import.meta.url));

const compose = parse(text('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };

/** What a command runs: files given to node, names given to npm run. */
function programs({ command }: Service): string[] {
  const words = command.flatMap((part) => part.split(/\s+/));
  return words.filter((word) => /^[\w./-]+\.(ts|mjs|js)$/.test(word));
}

describe('docker-compose.yml', () => {
  test.each(services)('%s runs what is there', (_, service) => {
    for (const file of programs(service)) expect([file, here(file)]).toEqual([file, true]);
    for (const [, name] of service.command.join(' ').matchAll(/npm run (?:-s )?([\w:-]+)/g)) {
      expect(Object.keys(scripts)).toContain(name);
    }
  });
  test('every service of ours runs a program by name', () => {
    for (const name of ['keys', 'indexer', 'api']) expect(programs(compose.services[name]!)).not.toEqual([]);
    expect(here('data/samples')).toBe(true);
  });
  test('images are pinned to one version', () => {
    for (const [, { image }] of services)
      expect(image).toMatch(/^(dateline:local|[\w./-]+:v?\d+\.\d+\.\d+)$/);
    expect(text('Dockerfile')).toMatch(/^FROM node:24\.\d+\.\d+-slim$/m);
  });
  test('named volumes are declared, and declared ones used', () => {
    const used = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]));
    expect([...new Set(used)].sort()).toEqual(Object.keys(compose.volumes).sort());
  });
  test('services wait for services that are there, and for what those can fulfil', () => {
    for (const [, { depends_on = {} }] of services) {
      for (const [other, { condition }] of Object.entries(depends_on)) {
        const service = compose.services[other];
        expect([other, service !== undefined]).toEqual([other, true]);
        if (condition === 'service_healthy') expect(service?.healthcheck?.test).toBeDefined();
      }
    }
  });
  test('only the API is published, and only to this machine', () => {
    expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['api']);
    expect(compose.services['api']?.ports).toEqual(['127.0.0.1:${PORT:-3000}:3000']);
  });
  test('each service can reach only the keys it needs', () => {
    const keysOf = (name: string) =>
      compose.services[name]!.volumes!.map((volume) => volume.split(':')[0]).filter((v) =>
        v?.endsWith('-key'),
      );
    expect(keysOf('api')).toEqual(['search-key']);
    expect(keysOf('indexer')).toEqual(['index-key']);
    expect(keysOf('meilisearch')).toEqual(['master-key']);
    expect(JSON.stringify(compose.services['api'])).not.toMatch(/MASTER|INDEX_KEY|env_file/);
  });
  test('no key stands in the file, and none is needed from outside', () => {
    const asked = [...text('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    expect(asked).toEqual(['PORT']);
    expect(services.some(([, { env_file }]) => env_file)).toBe(false);
  });
});

describe('Dockerfile', () => {
  const copied = [...text('Dockerfile').matchAll(/^COPY (.+)$/gm)].flatMap(([, words]) =>
    words!.split(' ').slice(0, -1),
  );
  test('copies what is there, and .dockerignore lets it through', () => {
    const passed = text('.dockerignore')
      .match(/^!.+$/gm)!
      .map((line) => line.slice(1));
    expect(copied.toSorted()).toEqual(passed.toSorted());
    for (const path of copied) expect([path, here(path)]).toEqual([path, true]);
  });
  test('runs as a user without rights, with a health check', () => {
    expect(text('Dockerfile')).toMatch(/^USER node$/m);
    expect(text('Dockerfile')).toMatch(/^HEALTHCHECK /m);
  });
});
