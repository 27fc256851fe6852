import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

test('nothing needs to be set; DATA_DIR comes back absolute', () => {
  const { DATA_DIR, ...config } = readConfig({});
  expect(isAbsolute(DATA_DIR)).toBe(true);
  expect(config).toEqual({
    PORT: 3000,
    HOST: '127.0.0.1',
    SAMPLES: 'on',
    MEILI_PREFIX: 'dateline_',
    TIME_ZONE: 'UTC',
  });
});

test('the folder of own tables comes back absolute, too', () => {
  expect(isAbsolute(readConfig({ ENTITIES_DIR: 'tables' }).ENTITIES_DIR!)).toBe(true);
  expect(readConfig({ ENTITIES_DIR: '' }).ENTITIES_DIR).toBeUndefined();
});

test('an empty variable counts as unset', () => {
  expect(readConfig({ PORT: '', MEILI_URL: '' })).toMatchObject({ PORT: 3000 });
  expect(readConfig({ MEILI_URL: '' }).MEILI_URL).toBeUndefined();
});

test.each([
  [{ PORT: 'http' }, /PORT: must be a number/],
  [{ PORT: '70000' }, /PORT: must be a number from 0 to 65535/],
  [{ SAMPLES: 'yes' }, /SAMPLES: must be on or off/],
  [{ MEILI_URL: 'localhost:7700' }, /MEILI_URL: must be an address like http/],
  [{ MEILI_URL: 'ftp://localhost' }, /MEILI_URL: must be an address like http/],
  [{ MEILI_URL: 'http://me:secret@localhost' }, /^(?!.*secret).*MEILI_URL: must hold no user and password/s],
  [{ MEILI_PREFIX: 'a b' }, /MEILI_PREFIX/],
  [{ TIME_ZONE: 'Mars' }, /TIME_ZONE: must be an IANA/],
])('%o is refused by name', (env, message) => {
  expect(() => readConfig(env as Record<string, string>)).toThrow(ConfigError);
  expect(() => readConfig(env as Record<string, string>)).toThrow(message);
});
