import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GenericContainer, Wait } from 'testcontainers';

export interface Server {
  url: string;
  masterKey: string;
  stop(): Promise<void>;
}

const IMAGE = 'getmeili/meilisearch:v1.50.0';
const MASTER_KEY = 'only-for-these-tests';

/**
 * A real Meilisearch for the tests, the first that is there: `MEILI_URL` with `MEILI_MASTER_KEY`,
 * `meilisearch` on the PATH, or Docker. Else the reason why there is none.
 */
export async function findServer(): Promise<Server | { missing: string }> {
  const { MEILI_URL: url, MEILI_MASTER_KEY: masterKey } = process.env;
  if (url && !masterKey) return { missing: 'MEILI_URL is set, but MEILI_MASTER_KEY is not' };
  if (url && masterKey) return { url, masterKey, stop: async () => undefined };
  if (answers('meilisearch', '--version')) return startProgram();
  // Without a container engine testcontainers fails at once, so it is asked first.
  if (answers('docker', 'version', '--format', '{{.Server.Version}}')) return startContainer();
  return { missing: 'no MEILI_URL, no meilisearch on the PATH, and Docker does not answer' };
}

function answers(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

async function startProgram(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-meilisearch-'));
  const { url, child } = await runProgram(folder, await freePort());
  return {
    url,
    masterKey: MASTER_KEY,
    async stop() {
      await end(child, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A server of its own that can be killed and started again; where there is no program, the reason. */
export async function findProgram() {
  if (!answers('meilisearch', '--version')) return { missing: 'no meilisearch on the PATH' };
  const folder = await mkdtemp(join(tmpdir(), 'dateline-meilisearch-'));
  const port = await freePort();
  let running = await runProgram(folder, port);
  return {
    url: running.url,
    masterKey: MASTER_KEY,
    async killAndRestart() {
      await end(running.child, 'SIGKILL');
      running = await runProgram(folder, port);
    },
    async stop() {
      await end(running.child, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function runProgram(folder: string, port: number): Promise<{ url: string; child: ChildProcess }> {
  const args = ['--http-addr', `127.0.0.1:${port}`, '--db-path', join(folder, 'data')];
  const more = ['--master-key', MASTER_KEY, '--no-analytics'];
  const child = spawn('meilisearch', [...args, ...more], { cwd: folder, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child);
  return { url, child };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await gone;
}

async function startContainer(): Promise<Server> {
  const container = await new GenericContainer(IMAGE)
    .withEnvironment({ MEILI_MASTER_KEY: MASTER_KEY, MEILI_NO_ANALYTICS: 'true' })
    .withExposedPorts(7700)
    .withWaitStrategy(Wait.forHttp('/health', 7700))
    .start();
  const url = `http://${container.getHost()}:${container.getMappedPort(7700)}`;
  return { url, masterKey: MASTER_KEY, stop: async () => void (await container.stop()) };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) throw new Error(`meilisearch ended with code ${child.exitCode}`);
    const healthy = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('meilisearch did not become healthy within 30 seconds');
}
