import { EngineError, EngineUnavailableError } from '../engine.ts';
import type { Connection } from './connection.ts';

/** `attributeRank`, the youngest thing that the settings use, came with this version (its release notes). */
const OLDEST = [1, 36] as const;
/** What every part of the adapter was tried on. */
export const TRIED = '1.50';

/**
 * Refuses a server that is too old before anything is written to it; once it was asked, its answer
 * stands. @throws EngineError
 */
export function createVersionCheck(server: Connection, url: string): () => Promise<void> {
  let checked: Promise<void> | undefined;
  return () => {
    checked ??= assertVersion(server, url).catch((error: unknown) => {
      checked = undefined;
      throw error;
    });
    return checked;
  };
}

async function assertVersion(server: Connection, url: string): Promise<void> {
  const version = await serverVersion(server);
  if (version === undefined || !isOlder(version)) return;
  throw new EngineError(
    `Meilisearch at ${url} is version ${version}; Dateline needs ${OLDEST.join('.')} or newer and was tried on ${TRIED}.`,
  );
}

/** Undefined where the key may not ask, as no key for some indexes only may: then the server's own refusals have to do. */
export function serverVersion(server: Connection): Promise<string | undefined> {
  return server
    .ask(async (client) => (await client.getVersion()).pkgVersion)
    .catch((error: unknown) => {
      if (error instanceof EngineError && !(error instanceof EngineUnavailableError)) return undefined;
      throw error;
    });
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}
