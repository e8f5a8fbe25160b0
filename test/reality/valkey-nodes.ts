import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Timeout of a wait, and the time between two checks. */
const PATIENCE_MS = 40_000;
const LOOK_EVERY_MS = 100;

/** Folders of a pod, and the temporary folder that replaces each. */
export const VALKEY_FOLDERS_OF_TEST = {
  '/etc/valkey': 'config',
  '/data': 'data',
  '/run/valkey': 'run',
  '/run/secrets/valkey': 'secret',
} as const;

/** Password of all nodes. */
export const VALKEY_PASSWORD = 'a "quoted" pass\\word';

export interface ValkeyNodesProps {
  /** The data of the ConfigMap that the pods mount. */
  readonly files: Readonly<Record<string, string>>;
  /** Names of all pods in the order of `peers`: in each shard, the first leader before its replicas. */
  readonly hosts: readonly string[];
  readonly port: number;
  /** Folders of the pods, and the temporary folder that replaces each. */
  readonly folders: Readonly<Record<string, string>>;
}

/**
 * The pods of a store as local processes, each with its own loopback address. They run the scripts and the configuration of
 * the manifests. Only addresses, port and folders are replaced.
 */
export class ValkeyNodes {
  readonly #folder = mkdtempSync(join(tmpdir(), 'sizing-valkey-'));
  readonly #running = new Map<number, ChildProcess>();
  #subnet = 1;
  #port = 0;
  readonly #killNow = (): void => this.#killAll();

  constructor(private readonly props: ValkeyNodesProps) {
    process.once('exit', this.#killNow);
  }

  get count(): number {
    return this.props.hosts.length;
  }

  address(node: number): string {
    return `127.0.${this.#subnet}.${node + 1}`;
  }

  /** Address and port of a node. */
  server(node: number): string {
    return `${this.address(node)}:${this.#port}`;
  }

  /** Starts all pods at once, as a StatefulSet with parallel management does. */
  async start(): Promise<void> {
    this.#port = await freePort();
    for (let node = 0; node < this.count; node++) this.#startOne(node);
  }

  /** Kills a pod with SIGKILL. */
  async kill(node: number): Promise<void> {
    const child = this.#running.get(node);
    if (child?.pid === undefined) return;
    const ended = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await ended;
    this.#running.delete(node);
  }

  /** Stops all pods and starts them on their volumes, each with another address. */
  async restartElsewhere(): Promise<void> {
    await Promise.all(Array.from({ length: this.count }, (_, node) => this.kill(node)));
    this.#subnet += 1;
    for (let node = 0; node < this.count; node++) this.#startOne(node);
  }

  /** Stops a pod, empties its volume and starts it with another address. */
  async replace(node: number): Promise<void> {
    await this.kill(node);
    rmSync(join(this.#folder, String(node), 'data'), { recursive: true });
    this.#startOne(node);
  }

  /** Answer of one node. Empty if it does not answer. */
  ask(node: number, ...command: readonly string[]): string {
    const given = ['-h', this.address(node), '-p', String(this.#port), ...command];
    return spawnSync('redis-cli', given, { encoding: 'utf8', env: this.#environment(), timeout: 5_000 }).stdout.replaceAll('\r', '');
  }

  /** Answers to the commands of a client that follows redirections, one for each command. */
  client(node: number, commands: readonly string[]): string[] {
    const given = ['-c', '-h', this.address(node), '-p', String(this.#port)];
    const input = `${commands.join('\n')}\n`;
    const { stdout } = spawnSync('redis-cli', given, { encoding: 'utf8', env: this.#environment(), input, timeout: 20_000 });
    return stdout
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('-> Redirected'));
  }

  /** Exit code of a script in the ConfigMap, run in a pod. */
  run(node: number, script: string): number | null {
    return spawnSync('sh', [join(this.#folder, String(node), 'config', script)], { env: this.#podEnvironment(node), timeout: 30_000 })
      .status;
  }

  /** Files that the backup script creates, run in a pod. */
  backup(node: number): string[] {
    const folder = join(this.#folder, String(node), 'backup');
    mkdirSync(folder, { recursive: true });
    return this.run(node, 'backup.sh') === 0 ? readdirSync(folder).sort() : [];
  }

  async until(what: string, holds: () => boolean): Promise<void> {
    const patience = Date.now() + PATIENCE_MS;
    while (!holds()) {
      if (Date.now() > patience) throw new Error(`not ${what}:\n${this.ask(0, 'cluster', 'nodes')}`);
      await delay(LOOK_EVERY_MS);
    }
  }

  dispose(): void {
    process.off('exit', this.#killNow);
    this.#killAll();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #killAll(): void {
    for (const { pid } of this.#running.values()) if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    this.#running.clear();
  }

  #startOne(node: number): void {
    const own = join(this.#folder, String(node));
    for (const folder of ['data', ...Object.values(this.props.folders)]) mkdirSync(join(own, folder), { recursive: true });
    writeFileSync(join(own, this.props.folders['/run/secrets/valkey'] ?? '', 'password'), VALKEY_PASSWORD);
    for (const [name, text] of Object.entries(this.props.files)) writeFileSync(join(own, 'config', name), this.#moved(text, node, own));
    const child = spawn('sh', [join(own, 'config', 'entrypoint.sh')], {
      // A process group of its own, so that its child processes stop with it.
      detached: true,
      env: this.#podEnvironment(node),
      stdio: 'ignore',
    });
    this.#running.set(node, child);
  }

  #moved(text: string, node: number, own: string): string {
    const address = this.address(node);
    const folders = Object.entries(this.props.folders).sort(([a], [b]) => b.length - a.length);
    const hosts = this.props.hosts.map((host, other) => [host, this.address(other)] as const);
    const pairs: readonly (readonly [string, string])[] = [
      ...folders.map(([folder, name]) => [folder, join(own, name)] as const),
      ['/backup/', `${join(own, 'backup')}/`],
      ...hosts,
      // Debian has no Valkey. Redis supports the same commands and settings.
      ['valkey-server', 'redis-server'],
      ['valkey-cli', 'redis-cli'],
      ['bind * -::*', `bind ${address}\nbind-source-addr ${address}`],
      [`port ${this.props.port}`, `port ${this.#port}`],
      [`-p ${this.props.port}`, `-p ${this.#port}`],
    ];
    return pairs.reduce((moved, [from, to]) => moved.replaceAll(from, to), text);
  }

  #environment(): NodeJS.ProcessEnv {
    return { PATH: process.env.PATH, REDISCLI_AUTH: VALKEY_PASSWORD };
  }

  #podEnvironment(node: number): NodeJS.ProcessEnv {
    return { PATH: process.env.PATH, POD_IP: this.address(node), POD_NAME: this.address(node) };
  }
}

/** A free port whose cluster bus port, 10,000 above it, is also free. */
async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < PORTS; attempt++) {
    // Two files of tests that run at the same time start at different ports.
    const port = FIRST_PORT + ((process.pid + attempt) % PORTS) * PORT_STEP;
    if ((await isFree(port)) && (await isFree(port + 10_000))) return port;
  }
  throw new Error('no port is free');
}

const FIRST_PORT = 21_000;
const PORT_STEP = 7;
const PORTS = 1_400;

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.1.1');
  const free = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.close();
  return free;
}
