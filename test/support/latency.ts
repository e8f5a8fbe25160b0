import { latenciesOf, type OperationLatency } from '../../lib/capacity/latency/latency';
import type { CapacityForm } from '../../lib/capacity/supply';
import { parseInput } from '../../lib/model/parse';
import { System } from '../../lib/model/system';
import { TargetWorkload } from '../../lib/model/workload';
import { shopInput } from './capacity';

export const source = 'test';

interface Described {
  readonly demands?: readonly object[];
  readonly [key: string]: unknown;
}

/** The shop with other operations: events at a rate that the workload gives. */
export function shopWith(operations: Readonly<Record<string, Described>>): System {
  const complete = Object.entries(operations).map(([id, { demands = [], ...operation }]) => [
    id,
    {
      name: id,
      kind: 'event',
      usual: { amount: 0, source },
      demands: demands.map((demand) => ({ amount: 1, source, ...demand })),
      ...operation,
    },
  ]);
  const { baseLoads: _, ...rest } = shopInput;
  return System.parse({
    ...rest,
    withoutLimit: [{ component: 'files', reason: 'a bucket in a test' }],
    operations: Object.fromEntries(complete),
  });
}

/** Latencies by operation, for rates of events. */
export function latencies(system: System, form: CapacityForm, perSecond: Readonly<Record<string, number>>) {
  const operations = Object.fromEntries(Object.entries(perSecond).map(([id, rate]) => [id, `${rate}/s`]));
  const found = latenciesOf(system, form, parseInput(TargetWorkload, { operations }, 'test'), { sampleCount: 100 });
  return (id: string): OperationLatency => {
    const one = found.find(({ operation }) => operation === id);
    if (one === undefined) throw new Error(`no latency of ${id}`);
    return one;
  };
}
