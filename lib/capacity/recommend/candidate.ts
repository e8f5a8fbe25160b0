import type { Interval } from '../../core/interval';
import type { TargetWorkload } from '../../model/workload';
import type { InstancesNeeded } from '../instances';
import type { CapacityForm } from '../supply';

/** A tier with options, as something that may be recommended. */
export interface Candidate {
  /** Id of the tier. */
  readonly tier: string;
  /** Place of the tier from the smallest, 0, on. */
  readonly rank: number;
  /** What is chosen beside the tier, as text: `gpu: t4`, `readReplicas: 2`. */
  readonly options: Readonly<Record<string, string>>;
  /**
   * How much of each thing that can be left out it has: replicas, GPUs. Of two candidates of one tier, that with no more of
   * anything is the cheaper one, and need not be priced to know it.
   */
  readonly extras: Readonly<Record<string, number>>;
  /** Supplies of the tier with these options. */
  readonly form: CapacityForm;
}

/** What runs, for the bill: the workload, and the instances that it needs. */
export interface Load {
  /** The workload. */
  readonly targetWorkload: TargetWorkload;
  /** Instances that each service needs for it. */
  readonly instances: readonly InstancesNeeded[];
}

/** Dollars a month of a candidate under a load. Sizing knows no prices: whoever asks brings them. */
export type CostOf = (candidate: Candidate, load: Load) => Interval;

/** Name of a candidate: tier and options. */
export function candidateName({ tier, options }: Candidate): string {
  const chosen = Object.entries(options).map(([key, value]) => `${key}=${value}`);
  return [tier, ...chosen].join(' ');
}

/** Whether one has no more of anything than the other, and is of the same tier. */
export function isPlainer(one: Candidate, other: Candidate): boolean {
  if (one === other || one.tier !== other.tier) return false;
  const things = [...new Set([...Object.keys(one.extras), ...Object.keys(other.extras)])];
  return (
    things.every((thing) => (one.extras[thing] ?? 0) <= (other.extras[thing] ?? 0)) &&
    things.some((thing) => (one.extras[thing] ?? 0) < (other.extras[thing] ?? 0))
  );
}
