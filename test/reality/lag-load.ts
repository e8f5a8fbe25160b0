import { setTimeout as delay } from 'node:timers/promises';
import { replicationLagsOf } from '../../lib/capacity/latency/replication-lag';
import type { Replay } from '../../lib/capacity/supply';
import { certain } from '../../lib/core/interval';
import { System } from '../../lib/model/system';
import { shopForm, shopInput, supplyOf } from '../support/capacity';

/** A primary and a replica whose trigger sleeps for the `seconds` of each row. */
export interface LagServers {
  readonly onPrimary: (statement: string) => Promise<unknown>;
  /** The largest `id` that is visible on the replica. */
  readonly lastOnReplica: () => Promise<number>;
}

/** A load of changes. */
export interface LagLoad {
  /** Changes per second. */
  readonly rate: number;
  /** Mean seconds that the replica applies a change, exponential. */
  readonly seconds: number;
  /** Number of changes. */
  readonly count: number;
}

/** Table of the changes. Its trigger exists on the replica alone, so that the replica takes longer than the primary and uses no processor. */
export const CHANGES = 'CREATE TABLE changes (id INT PRIMARY KEY, seconds DOUBLE)';
export const SLEEP = 'CREATE TRIGGER applied_slowly BEFORE INSERT ON changes FOR EACH ROW SET @slept = SLEEP(NEW.seconds)';

/** Values of an exponential distribution with mean 1, each from another part of it, in random order. */
function exponentials(count: number): number[] {
  const values = Array.from({ length: count }, (_, part) => -Math.log(1 - (part + 0.5) / count));
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [values[last], values[other]] = [values[other] as number, values[last] as number];
  }
  return values;
}

let next = 0;

/** The p95 of the seconds from the commit of a change on the primary until it is visible on the replica. */
export async function measuredLag({ onPrimary, lastOnReplica }: LagServers, { rate, seconds, count }: LagLoad): Promise<number> {
  const first = next + 1;
  next += count;
  const committed: number[] = [];
  const visible: number[] = [];
  const poll = async () => {
    while (visible.length < count) {
      const last = await lastOnReplica();
      const now = performance.now();
      while (visible.length < Math.min(count, last - first + 1)) visible.push(now);
      await delay(1);
    }
  };
  const write = async () => {
    const [gaps, times] = [exponentials(count), exponentials(count)];
    let due = performance.now();
    for (let index = 0; index < count; index++) {
      due += ((gaps[index] as number) * 1_000) / rate;
      await delay(Math.max(0, due - performance.now()));
      await onPrimary(`INSERT INTO changes VALUES (${first + index}, ${(times[index] as number) * seconds})`);
      committed.push(performance.now());
    }
  };
  await Promise.all([poll(), write()]);
  const lags = committed.map((at, index) => Math.max(0, (visible[index] as number) - at) / 1_000).sort((left, right) => left - right);
  return lags[Math.floor(count * 0.95)] as number;
}

/** Mean seconds that one applier needs for a change whose trigger sleeps for some seconds, with its commit. */
export async function appliedSeconds({ onPrimary, lastOnReplica }: LagServers, seconds: number, count: number): Promise<number> {
  const last = next + count;
  const start = performance.now();
  while (next < last) await onPrimary(`INSERT INTO changes VALUES (${++next}, ${seconds})`);
  while ((await lastOnReplica()) < last) await delay(1);
  return (performance.now() - start) / 1_000 / count;
}

const REPLAY: Replay = { share: certain(1), applied: certain(1), evidence: 'assumed', source: 'a test' };

/** The p95 of the lag by the model. */
export function modelledLag({ rate, seconds }: Pick<LagLoad, 'rate' | 'seconds'>, appliers: number): number {
  const { operations = {} } = shopInput;
  const { orders } = operations;
  if (orders === undefined) throw new Error('no orders');
  const write = {
    component: 'store',
    resource: 'processor' as const,
    amount: 1,
    seconds: 0.0001,
    replaySeconds: seconds,
    source: 'a test',
  };
  const system = System.parse({ ...shopInput, operations: { ...operations, orders: { ...orders, demands: [write] } } });
  // Seconds of sleep need no processor.
  const replicas = [
    supplyOf('store', 'processor', 1_000, { part: 'replicas', replay: REPLAY }),
    supplyOf('store', 'replay', appliers, { part: 'replicas', replay: REPLAY }),
  ];
  const workload = { concurrentUsers: certain(1), requestsPerSecond: certain(1), operations: { orders: certain(rate) } };
  return replicationLagsOf(system, shopForm(1_000, replicas), workload)[0]?.p95Seconds?.mid ?? Number.NaN;
}
