import type { Interval } from '../../core/interval';
import type { TargetWorkload } from '../../model/workload';
import type { InstancesNeeded } from '../instances';
import type { CapacityForm } from '../supply';

/** A tier with options that may be recommended. */
export interface Candidate {
  /** Id of the tier. */
  readonly tier: string;
  /** Position of the tier in ascending order of size; the smallest is 0. */
  readonly rank: number;
  /** The varying options by context key, as strings: `gpu: t4`, `readReplicas: 2`. */
  readonly options: Readonly<Record<string, string>>;
  /**
   * Amount of each optional resource: replicas, GPUs. Of two candidates of one tier, the one that has no more of any of them is
   * cheaper, which is known without an estimate.
   */
  readonly extras: Readonly<Record<string, number>>;
  /** Supplies of the tier with these options. */
  readonly form: CapacityForm;
}

/** The load of an estimate: the workload, and the instances that it needs. */
export interface Load {
  /** The workload. */
  readonly targetWorkload: TargetWorkload;
  /** Instances that each service needs for it. */
  readonly instances: readonly InstancesNeeded[];
}

/** Monthly cost of a candidate under a load, US dollars. The caller provides it, because this room has no prices. */
export type CostOf = (candidate: Candidate, load: Load) => Interval;

/** A lower bound of the monthly cost of a candidate under a workload, US dollars; 0 while nothing is known. It may grow with each cost that is computed. */
export type LeastUsdOf = (candidate: Candidate, targetWorkload: TargetWorkload) => number;

/** Name of a candidate: tier and options. */
export function candidateName({ tier, options }: Candidate): string {
  const chosen = Object.entries(options).map(([key, value]) => `${key}=${value}`);
  return [tier, ...chosen].join(' ');
}

/** Whether a candidate is of the same tier as another, and has less of some optional resource and more of none. */
export function hasFewerExtras(one: Candidate, other: Candidate): boolean {
  if (one === other || one.tier !== other.tier) return false;
  const resources = [...new Set([...Object.keys(one.extras), ...Object.keys(other.extras)])];
  return (
    resources.every((resource) => (one.extras[resource] ?? 0) <= (other.extras[resource] ?? 0)) &&
    resources.some((resource) => (one.extras[resource] ?? 0) < (other.extras[resource] ?? 0))
  );
}
