import { z } from 'zod';
import { DateTime } from 'luxon';
import { resolve } from 'node:path';

const webAddress = (example: string) =>
  z.url({ protocol: /^https?$/, error: `must be an address like ${example}` });
const PORT_RULE = 'must be a number from 0 to 65535';
const zone = z
  .string()
  .refine((name) => DateTime.local({ zone: name }).isValid, 'must be an IANA time zone like Europe/Berlin');

/** Every environment variable that Dateline reads; README's table and `.env.example` list the same (a test compares). */
export const environment = z.object({
  PORT: z.coerce.number(PORT_RULE).int(PORT_RULE).min(0, PORT_RULE).max(65_535, PORT_RULE).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: webAddress('https://search.example.org').optional(),
  DATA_DIR: z.string().min(1).default('.dateline'),
  SAMPLES: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  MEILI_URL: webAddress('http://localhost:7700')
    .refine(
      (address) => !new URL(address).username,
      'must hold no user and password: keys are settings of their own',
    )
    .optional(),
  MEILI_SEARCH_KEY: z.string().min(1).optional(),
  MEILI_INDEX_KEY: z.string().min(1).optional(),
  MEILI_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9_-]{0,64}$/, 'may hold letters, digits, _ and - only')
    .default('dateline_'),
  TIME_ZONE: zone.default('UTC'),
  ENTITIES_DIR: z.string().min(1).optional(),
});

export type Config = z.infer<typeof environment>;

/** A setting that can't be; `message` names each variable and what it must be. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Settings from environment variables. An empty variable counts as unset, so that `NAME=` in an
 * env file means the default. Folders come back absolute.
 * @throws ConfigError naming every variable with a bad value.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = environment.safeParse(set);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`Dateline can't start with these settings:\n  ${lines.join('\n  ')}`);
  }
  const { DATA_DIR, ENTITIES_DIR } = result.data;
  return {
    ...result.data,
    DATA_DIR: resolve(DATA_DIR),
    ...(ENTITIES_DIR && { ENTITIES_DIR: resolve(ENTITIES_DIR) }),
  };
}
