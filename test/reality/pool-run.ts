/** Runs queries through a real connection pool and measures their waits. */
import { type Connection, type ConnectionOptions, createConnection, createPool, type Pool, type PoolConnection } from 'mysql2';
import { sleepQuerySeconds } from './mariadb-server';
import type { Query } from './pool-traffic';

/** A pool whose connections are all open, as in a service that has been running for some time. */
export async function openPool(connection: ConnectionOptions, connections: number): Promise<Pool> {
  const pool = createPool({ ...connection, connectionLimit: connections });
  // Each holds its connection until all have one.
  const held = await Promise.all(Array.from({ length: connections }, () => acquire(pool)));
  for (const one of held) one.release();
  return pool;
}

export function closePool(pool: Pool): Promise<void> {
  return new Promise((resolve, reject) => pool.end((error) => (error ? reject(error) : resolve())));
}

export function acquire(pool: Pool): Promise<PoolConnection> {
  return new Promise((resolve, reject) => {
    pool.getConnection((error, connection) => (error === null ? resolve(connection) : reject(error)));
  });
}

/** Seconds that a query waits for its connection, which is released after the query. */
async function waitAndRun(pool: Pool, sleepSeconds: number): Promise<{ waitSeconds: number; done: Promise<void> }> {
  const arrivedAt = performance.now();
  const connection = await acquire(pool);
  const waitSeconds = (performance.now() - arrivedAt) / 1_000;
  const done = sleepQuerySeconds(connection, sleepSeconds).then(() => connection.release());
  return { waitSeconds, done };
}

/** Starts each query at its arrival time (open load). Returns the waits in order of arrival. */
export function openLoop(pool: Pool, trace: readonly Query[]): Promise<number[]> {
  const startedAt = performance.now();
  const running: Promise<number>[] = [];
  const run = async (query: Query): Promise<number> => {
    const { waitSeconds, done } = await waitAndRun(pool, query.sleepSeconds);
    await done;
    return waitSeconds;
  };
  return new Promise((resolve, reject) => {
    const arrive = (): void => {
      const now = (performance.now() - startedAt) / 1_000;
      let next = trace[running.length];
      while (next !== undefined && next.arrivesAtSeconds <= now) {
        running.push(run(next));
        next = trace[running.length];
      }
      if (next === undefined) Promise.all(running).then(resolve, reject);
      else setTimeout(arrive, (next.arrivesAtSeconds - now) * 1_000);
    };
    arrive();
  });
}

/** Queries/s of a closed load with more clients than connections. */
export async function saturatedThroughput(pool: Pool, clients: number, sleepSeconds: number, seconds: number): Promise<number> {
  // The measured time ends with the last query of the clients, so that it contains all of their work.
  const doneAt: number[] = [];
  const until = performance.now() + seconds * 1_000;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      await (await waitAndRun(pool, sleepSeconds)).done;
      doneAt.push(performance.now());
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return (doneAt.length / ((doneAt.at(-1) ?? startedAt) - startedAt)) * 1_000;
}

/** Overhead of a query beyond its length: network, threads, timers. */
export interface Overhead {
  readonly meanSeconds: number;
  /**
   * The median excludes moments in which another process used the processor. Such a pause delays the next arrivals as much as
   * the running queries, so it is not service time.
   */
  readonly medianSeconds: number;
}

/** A separate connection without waits, which measures the current overhead of a query. */
export class Probe {
  private readonly connection: Connection;
  private readonly overheads: number[] = [];
  private isOn = true;
  private readonly ended: Promise<void>;

  constructor(options: ConnectionOptions, sleepSeconds: number) {
    this.connection = createConnection(options);
    this.ended = this.run(sleepSeconds);
  }

  private async run(sleepSeconds: number): Promise<void> {
    while (this.isOn) this.overheads.push((await sleepQuerySeconds(this.connection, sleepSeconds)) - sleepSeconds);
    this.connection.destroy();
  }

  async stop(): Promise<Overhead> {
    this.isOn = false;
    await this.ended;
    const sorted = this.overheads.slice(1).sort((a, b) => a - b);
    const meanSeconds = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
    return { meanSeconds, medianSeconds: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN };
  }
}
