import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Connection, type ConnectionOptions, createConnection } from 'mysql2';
import { goFirst } from './priority';

const HOST = '127.0.0.1';

/** Timeouts of an empty server: until it accepts a connection, and until it has stopped. */
const START_MS = 30_000;
const STOP_MS = 10_000;

/** Time between two attempts to connect. */
const ATTEMPT_EVERY_MS = 50;

/** Length of the server output in an error message. */
const QUOTED_CHARACTERS = 4_000;

export interface MariadbServer {
  readonly connection: ConnectionOptions;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/**
 * Starts an empty MariaDB server on a free local port, with all files in a temporary folder. Resolves when it accepts queries.
 */
export async function startMariadb(): Promise<MariadbServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sizing-mariadb-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const port = await freePort();
    installDatabase(folder);
    const server = new ServerProcess(folder, port);
    const connection = { host: HOST, port, user: 'root' };
    await server.answers(connection);
    return { connection, stop: () => server.end().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** As root, MariaDB starts only with this option. */
function userArguments(): string[] {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}

/** `--no-defaults` must be the first argument; without it, the server uses the configuration of the host. */
function folderArguments(folder: string): string[] {
  return ['--no-defaults', `--datadir=${join(folder, 'data')}`, `--tmpdir=${folder}`];
}

function installDatabase(folder: string): void {
  const kind = ['--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'];
  const given = [...folderArguments(folder), ...kind, ...userArguments()];
  const { status, stdout, stderr, error } = spawnSync('mariadb-install-db', given, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mariadb-install-db ended with ${status}: ${stdout}${stderr}`, { cause: error });
}

class ServerProcess {
  private readonly child: ChildProcess;
  private output = '';
  private readonly killNow = (): void => void this.child.kill('SIGKILL');

  constructor(folder: string, port: number) {
    const listening = [`--bind-address=${HOST}`, `--port=${port}`, '--skip-name-resolve'];
    const files = [`--socket=${join(folder, 'socket')}`, `--pid-file=${join(folder, 'pid')}`];
    const size = ['--max-connections=500', '--innodb-buffer-pool-size=16M'];
    this.child = spawn('mariadbd', [...folderArguments(folder), ...files, ...listening, ...size, ...userArguments()], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // The threads of the server inherit the priority.
    if (this.child.pid !== undefined) goFirst(this.child.pid);
    const keep = (text: Buffer): void => {
      this.output = (this.output + text).slice(-QUOTED_CHARACTERS);
    };
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
    this.child.on('error', (error) => keep(Buffer.from(error.message)));
    process.once('exit', this.killNow);
  }

  /** Resolves when the server answers a query; rejects with its output if it stops or the timeout is reached. */
  async answers(options: ConnectionOptions): Promise<void> {
    const until = Date.now() + START_MS;
    while (!(await answersOnce(options))) {
      if (this.hasEnded || Date.now() > until) {
        await this.end();
        throw new Error(`mariadbd does not answer: ${this.output}`);
      }
      await delay(ATTEMPT_EVERY_MS);
    }
  }

  async end(): Promise<void> {
    process.off('exit', this.killNow);
    if (this.hasEnded) return;
    const ended = once(this.child, 'exit');
    const tooLate = setTimeout(this.killNow, STOP_MS);
    this.child.kill('SIGTERM');
    await ended;
    clearTimeout(tooLate);
  }

  private get hasEnded(): boolean {
    return this.child.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null;
  }
}

async function answersOnce(options: ConnectionOptions): Promise<boolean> {
  const connection = createConnection(options);
  const answered = await new Promise<boolean>((resolve) => {
    connection.on('error', () => resolve(false));
    connection.query('SELECT 1', (error: Error | null) => resolve(error === null));
  });
  connection.destroy();
  return answered;
}

/** A free port. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

/** Seconds that a query with `SLEEP` takes, measured by the client. */
export function sleepQuerySeconds(connection: Pick<Connection, 'query'>, sleepSeconds: number): Promise<number> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    connection.query(`SELECT SLEEP(${sleepSeconds.toFixed(6)})`, (error: Error | null) => {
      if (error === null) resolve((performance.now() - startedAt) / 1_000);
      else reject(error);
    });
  });
}
