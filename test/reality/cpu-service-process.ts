/** Starts the service of known cost, and loads it with autocannon. */
import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LoadTestPoint } from '../../lib/loadtest/load-test';
import { readLoadTest } from '../../lib/loadtest/read-load-test';
import type { Listening, ServiceUsage } from './cpu-service';
import { goFirst } from './priority';

const AUTOCANNON = require.resolve('autocannon/autocannon.js');

/** Smallest share of a core that the service must have during hashing; a measurement with less is repeated. */
const HAD_ITS_CORE = 0.95;

/** Largest number of measurements before the test fails because the host has no idle core. */
const ATTEMPTS = 8;

export interface Load {
  readonly connections: number;
  readonly seconds: number;
  /** Mean pause of each request before its work, ms. */
  readonly pauseMs: number;
}

export interface Measured {
  readonly point: LoadTestPoint;
  /** Processor seconds of the service per request, including HTTP. */
  readonly cpuSecondsPerRequest: number;
}

export class CpuService {
  private constructor(
    private readonly child: ChildProcess,
    private readonly port: number,
  ) {}

  static async start(): Promise<CpuService> {
    const child = fork(join(__dirname, 'cpu-service.ts'), { execArgv: ['-r', 'tsx/cjs'] });
    if (child.pid !== undefined) goFirst(child.pid);
    const { port } = (await replyOf(child)) as Listening;
    return new CpuService(child, port);
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }

  /** One run of autocannon, repeated until the service had a whole core. */
  async measure(load: Load): Promise<Measured> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = await this.usage();
      const point = await autocannon(`http://127.0.0.1:${this.port}/?pauseMs=${load.pauseMs}`, load);
      const after = await this.usage();
      const used = (key: keyof ServiceUsage): number => after[key] - before[key];
      const cpuSecondsPerRequest = used('cpuSeconds') / used('requests');
      if (used('hashingCpuSeconds') / used('hashingSeconds') >= HAD_ITS_CORE) return { point, cpuSecondsPerRequest };
    }
    throw new Error(`other processes took the service's core in ${ATTEMPTS} measurements out of ${ATTEMPTS}: run this on an idle host`);
  }

  private async usage(): Promise<ServiceUsage> {
    const reply = replyOf(this.child);
    this.child.send('usage');
    return (await reply) as ServiceUsage;
  }
}

/** The next message of the process; rejects if the process ends. */
async function replyOf(child: ChildProcess): Promise<unknown> {
  const settled = new AbortController();
  const { signal } = settled;
  const ended = once(child, 'exit', { signal }).then(([code]) => Promise.reject(new Error(`the service ended with ${code}`)));
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
    return message;
  } finally {
    ended.catch(() => undefined);
    settled.abort();
  }
}

/** The result of autocannon, as `sizing fit` reads it. */
async function autocannon(url: string, { connections, seconds }: Load): Promise<LoadTestPoint> {
  const args = [AUTOCANNON, '--json', '--connections', `${connections}`, '--duration', `${seconds}`, url];
  const running = promisify(execFile)(process.execPath, args);
  // autocannon needs little processor time, but at once: a service that waits for its requests is not saturated.
  if (running.child.pid !== undefined) goFirst(running.child.pid);
  const { stdout } = await running;
  const { points } = await readLoadTest({ name: `autocannon-${connections}.json`, content: [stdout] });
  const [point] = points;
  if (point === undefined || points.length > 1) throw new Error(`autocannon at ${connections} connections is ${points.length} points`);
  return point;
}
