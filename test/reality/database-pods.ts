import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { objectsOf } from '../../lib/kubernetes/manifests/manifests';
import { programPath } from '../support/judges';

/** Timeout of a wait, and the time between two checks. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 50;

/** Length of the output of a pod in an error message. */
const QUOTED_CHARACTERS = 3_000;

/** Folders that the pods mount, as in the configuration. */
export interface PodFolders {
  readonly volume: string;
  readonly run: string;
  readonly config: string;
}

export interface PodsProps {
  /** The data of the ConfigMap that the pods mount. */
  readonly files: Readonly<Record<string, string>>;
  readonly folders: PodFolders;
  /** Port in the configuration, which a free port replaces. */
  readonly port: number;
  /** Pod name of the primary, as in the topology ConfigMap. */
  readonly primary: string;
  /** Loopback addresses by pod name. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  /** User of the processes: PostgreSQL refuses to run as root. Absent: the user of the test. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** Data of a ConfigMap in the manifests of a blueprint. */
export function configMap(blueprint: Blueprint, name: string): Readonly<Record<string, string>> {
  const found = objectsOf(blueprint)
    .flatMap(({ objects }) => objects)
    .find((object) => object.kind === 'ConfigMap' && (object.metadata as { name: string }).name === name);
  if (found === undefined) throw new Error(`no ConfigMap ${name}`);
  return found.data as Readonly<Record<string, string>>;
}

/**
 * The pods of a database as local processes, each with its own loopback address. They run the script and the configuration
 * of the manifests. Only addresses, port and folders are replaced.
 */
export class DatabasePods {
  readonly folder = mkdtempSync(join(roomyFolder(), 'sizing-database-'));
  port = 0;
  /** Options of the servers, after the command `start`. */
  readonly options: string[] = [];
  #primary: string;
  readonly #running = new Map<string, ChildProcess>();
  readonly #output = new Map<string, string>();
  readonly #killNow = (): void => this.#killAll();

  constructor(private readonly props: PodsProps) {
    this.#primary = props.primary;
    process.once('exit', this.#killNow);
    if (props.user !== undefined) spawnSync('chown', [`${props.user.uid}:${props.user.gid}`, this.folder]);
  }

  async start(...pods: readonly string[]): Promise<void> {
    if (this.port === 0) this.port = await freePort(Object.values(this.props.addresses));
    for (const pod of pods) this.#startOne(pod);
  }

  /** Sets the primary for pods that start afterwards. */
  lead(pod: string): void {
    this.#primary = pod;
  }

  /** Output of a command of the script in a pod. */
  run(pod: string, ...command: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
    return spawnSync('bash', [join(this.#own(pod).config, 'database.sh'), ...command], {
      env: this.#environment(pod),
      encoding: 'utf8',
      timeout: PATIENCE_MS,
      ...this.props.user,
    });
  }

  /** Output of the engine's client as administrator on the socket of a pod, as in the script. */
  sql(pod: string, statement: string): string {
    const script = join(this.#own(pod).config, 'database.sh');
    const source = `set -- alive; . "${script}" >/dev/null; client -e "$STATEMENT"`;
    const environment = { ...this.#environment(pod), STATEMENT: statement };
    const { status, stdout, stderr } = spawnSync('bash', ['-c', source], { env: environment, encoding: 'utf8', ...this.props.user });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  }

  isReady(pod: string): boolean {
    return this.run(pod, 'ready').status === 0;
  }

  async untilReady(...pods: readonly string[]): Promise<void> {
    for (const pod of pods) await this.until(`${pod} ready`, () => this.isReady(pod));
  }

  async until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
    const patience = Date.now() + PATIENCE_MS;
    while (!(await holds())) {
      const ended = [...this.#running].filter(([, { exitCode, signalCode }]) => exitCode !== null || signalCode !== null);
      if (Date.now() > patience || ended.length > 0) {
        const said = [...this.#output].map(([pod, text]) => `${pod}: ${text}`).join('\n');
        throw new Error(`not ${what}; ended: ${ended.map(([pod]) => pod).join() || 'none'}\n${said}`);
      }
      await delay(LOOK_EVERY_MS);
    }
  }

  /** Kills a pod with SIGKILL. */
  kill(pod: string): Promise<void> {
    return this.#end(pod, 'SIGKILL');
  }

  /** Stops a pod as Kubernetes does, with SIGTERM to its first process. */
  stop(pod: string): Promise<void> {
    return this.#end(pod, 'SIGTERM');
  }

  /** Id of the first process of a pod. */
  pid(pod: string): number {
    const pid = this.#running.get(pod)?.pid;
    if (pid === undefined) throw new Error(`${pod} does not run`);
    return pid;
  }

  said(pod: string): string {
    return this.#output.get(pod) ?? '';
  }

  async dispose(): Promise<void> {
    process.off('exit', this.#killNow);
    const ended = [...this.#running.values()]
      .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
      .map((child) => once(child, 'exit'));
    this.#killAll();
    await Promise.all(ended);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async #end(pod: string, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#running.get(pod);
    if (child?.pid === undefined) throw new Error(`${pod} does not run`);
    const ended = once(child, 'exit');
    // SIGKILL is sent to all processes of the pod, SIGTERM only to the first.
    process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal);
    await ended;
    this.#running.delete(pod);
  }

  #killAll(): void {
    for (const { pid, exitCode } of this.#running.values()) if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGKILL');
  }

  #startOne(pod: string): void {
    const own = this.#own(pod);
    for (const folder of Object.values(own)) this.#asUser('mkdir', '-p', folder);
    for (const [name, text] of Object.entries(this.props.files)) writeFileSync(join(own.config, name), this.#moved(pod, text));
    const child = spawn('bash', [join(own.config, 'database.sh'), 'start', ...this.options], {
      // A process group of its own, so that its child processes stop with it.
      detached: true,
      env: this.#environment(pod),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...this.props.user,
    });
    const keep = (text: Buffer): void => void this.#output.set(pod, (this.said(pod) + text).slice(-QUOTED_CHARACTERS));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    this.#running.set(pod, child);
  }

  /** Another temporary folder of the same user, next to the folders of the pods. */
  addFolder(name: string): string {
    const folder = join(this.folder, name);
    this.#asUser('mkdir', '-p', folder);
    return folder;
  }

  #asUser(program: string, ...given: readonly string[]): void {
    const { status, stderr } = spawnSync(program, given, { encoding: 'utf8', ...this.props.user });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
  }

  #own(pod: string): PodFolders {
    const own = (folder: string) => join(this.folder, pod, folder);
    return { volume: own('volume'), run: own('run'), config: own('config') };
  }

  #moved(pod: string, text: string): string {
    const { folders, port, addresses } = this.props;
    const own = this.#own(pod);
    const pairs: readonly (readonly [string, string])[] = [
      [`${folders.volume}/`, `${own.volume}/`],
      [folders.run, own.run],
      // Servers remove files of other servers from a shared folder.
      ['tmpdir = /tmp', `tmpdir = ${own.run}`],
      [`'${folders.config}/`, `'${own.config}/`],
      ['0.0.0.0', addresses[pod] ?? ''],
      ['admin_address = 127.0.0.1', `admin_address = ${addresses[pod]}`],
      ["listen_addresses = '*'", `listen_addresses = '${addresses[pod]}'`],
      [`port = ${port}\n`, `port = ${this.port}\n`],
    ];
    return pairs.reduce((moved, [from, to]) => moved.replaceAll(from, to), text);
  }

  #environment(pod: string): NodeJS.ProcessEnv {
    const own = this.#own(pod);
    return {
      PATH: programPath(),
      LC_ALL: 'C.UTF-8',
      ...this.props.environment,
      CONFIG_DIR: own.config,
      STATE_DIR: own.volume,
      RUN_DIR: own.run,
      POD_NAME: pod,
      ADMIN_HOST: this.props.addresses[pod] ?? '',
      PORT: String(this.port),
      PRIMARY: this.#primary,
      PRIMARY_HOST: this.props.addresses[this.#primary] ?? '',
    };
  }
}

/** Most that all servers of a test write. */
const ROOM_BYTES = 2 * 1_024 ** 3;

/** An in-memory folder if it has enough space: on a busy disk, servers wait for seconds. */
function roomyFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > ROOM_BYTES ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** A port that is free on the first of these addresses, and therefore on all: no other process uses these addresses. */
async function freePort([first]: readonly string[]): Promise<number> {
  const server = createServer().listen(0, first);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
