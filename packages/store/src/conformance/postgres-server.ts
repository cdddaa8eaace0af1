/** A PostgreSQL server for tests: a cluster of its own, from the system's programs, in a folder that goes with it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface PostgresServer {
  /** Of a database that is empty at first. */
  url: string;
  pid: number;
  /** Stops it at once, as a fault would. */
  kill(): Promise<void>;
  /** Starts it again on what is on the disk. */
  start(): Promise<void>;
  /** Stops it and removes the cluster. */
  stop(): Promise<void>;
}

/** Debian keeps the programs of each version apart. */
const DEBIAN = '/usr/lib/postgresql';
/** Steps of waiting until it answers. */
const TRIES = 300;

/** Where `initdb` and `postgres` are: in `PGBIN`, on the path, or where Debian puts the newest. */
export function postgresPrograms(): string | undefined {
  const debian = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN, version, 'bin'))
    : [];
  const folders = [process.env.PGBIN ?? '', ...(process.env.PATH ?? '').split(delimiter), ...debian];
  return folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb')));
}

/** Starts a server on loopback. Throws where the programs are not installed. */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const programs = postgresPrograms();
  if (programs === undefined) throw new Error('PostgreSQL is not installed: initdb was not found.');
  const folder = mkdtempSync(join(tmpdir(), 'aidflow-postgres-'));
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, stdio: 'ignore' as const };
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'aidflow', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    options,
  );
  const port = await freePort();
  const given = Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: '100',
    ...settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

  let child: ChildProcess;
  const start = async () => {
    child = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...given], options);
    await answers(folder, port, child);
  };
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((ended) => {
      if (child.exitCode !== null || child.signalCode !== null) ended();
      else child.once('exit', () => ended()).kill(signal);
    });
  await start();
  return {
    url: `postgres://aidflow@127.0.0.1:${port}/postgres`,
    get pid() {
      return child.pid ?? 0;
    },
    async kill() {
      // A process that serves a connection notices only after its next answer that the server has gone.
      const serving = childrenOf(child.pid ?? 0);
      await end('SIGKILL');
      for (const pid of serving) killed(pid);
    },
    start,
    async stop() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As Linux tells; elsewhere none. */
function childrenOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) return [];
  return readFileSync(file, 'latin1').split(' ').filter(Boolean).map(Number);
}

/** Some have gone by themselves. */
function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Waits until the server takes connections: from then on its file says `ready`. */
async function answers(folder: string, port: number, child: ChildProcess): Promise<void> {
  const { Client } = (await import('pg')).default;
  for (let tried = 0; tried < TRIES; tried++) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode} at its start.`);
    const client = new Client({ host: folder, port, user: 'aidflow', database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((later) => setTimeout(later, 50));
    }
  }
  throw new Error('PostgreSQL does not answer.');
}
