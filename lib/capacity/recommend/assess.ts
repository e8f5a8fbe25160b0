import type { Interval } from '../../core/interval';
import type { Evidence } from '../../model/evidence';
import type { TargetWorkload } from '../../model/workload';
import { rowName } from '../capacity';
import type { Demands } from '../demand';
import { type InstancesNeeded, instancesNeeded } from '../instances';
import { rangeOf } from '../range';
import { type CapacityUse, capacityUse, evidenceOf, type ResourceUse, utilizationOf } from '../utilization';
import { reachedIn, shareAtLeast } from '../vector';
import type { Candidate, CostOf } from './candidate';

/** A resource that limits a candidate. */
export interface Limit {
  /** Name of the resource: `python processor`. */
  readonly resource: string;
  /** Id of the component. */
  readonly component: string;
  /** Utilization under the target workload; 1 is all of the supply. */
  readonly utilization: Interval;
  /** The utilization that the resource may reach, 0 to 1. */
  readonly threshold: number;
  /** Source of the threshold. */
  readonly thresholdSource: string;
  /** Multiple of the workload at which it reaches its threshold. */
  readonly timesWorkload: Interval;
  /** Users with an open session at which it reaches its threshold, when the whole workload grows. */
  readonly atUsers: Interval;
  /** The weakest evidence of its demands and supply. */
  readonly evidence: Evidence;
}

/** A candidate under a workload. Cost and limits are computed on first use. */
export class Assessment {
  /** Share of the samples in which every resource stays below its threshold. */
  readonly confidence: number;
  private readonly use: CapacityUse;
  private cost: Interval | undefined;
  private sorted: readonly Limit[] | undefined;

  constructor(
    /** The candidate that is assessed. */
    readonly candidate: Candidate,
    private readonly demands: Demands,
    /** The workload that it is required to handle. */
    readonly targetWorkload: TargetWorkload,
    private readonly costOf: CostOf,
  ) {
    this.use = capacityUse(demands, candidate.form);
    this.confidence = shareAtLeast(this.use.factor, 1);
  }

  /** Multiple of the workload that it handles in at least this share of the samples. */
  timesWorkloadWith(confidence: number): number {
    return reachedIn(this.use.factor, confidence);
  }

  /** Multiple of the workload that it handles: 5th, 50th and 95th percentile. */
  get timesWorkload(): Interval {
    return rangeOf(this.use.factor);
  }

  /** Users with an open session that it handles in at least this share of the samples. */
  usersWith(confidence: number): number {
    return this.timesWorkloadWith(confidence) * (this.targetWorkload.concurrentUsers?.mid ?? 0);
  }

  /** Instances that each service needs for the workload. */
  get instances(): readonly InstancesNeeded[] {
    return instancesNeeded(this.use, this.demands, this.candidate.form);
  }

  /** Monthly cost under the workload, US dollars. */
  get monthlyUsd(): Interval {
    this.cost ??= this.costOf(this.candidate, { targetWorkload: this.targetWorkload, instances: this.instances });
    return this.cost;
  }

  /** Every resource, the first to reach its threshold first. */
  get limits(): readonly Limit[] {
    this.sorted ??= this.use.uses
      .map((use) => this.limitOf(use))
      .filter(({ timesWorkload }) => timesWorkload.mid < Number.POSITIVE_INFINITY)
      .sort((left, right) => left.timesWorkload.mid - right.timesWorkload.mid);
    return this.sorted;
  }

  /** Multiple of the workload that it handles in each sample. */
  get factor(): CapacityUse['factor'] {
    return this.use.factor;
  }

  /** Use of every resource under the workload. */
  get uses(): readonly ResourceUse[] {
    return this.use.uses;
  }

  private limitOf(use: ResourceUse): Limit {
    const timesWorkload = rangeOf(use.factor);
    const users = this.targetWorkload.concurrentUsers?.mid ?? 0;
    const atUsers = (times: number) => (users === 0 ? 0 : times * users);
    return {
      resource: rowName(use),
      component: use.component,
      utilization: rangeOf(utilizationOf(use)),
      threshold: use.threshold.share,
      thresholdSource: use.threshold.source,
      timesWorkload,
      atUsers: { low: atUsers(timesWorkload.low), mid: atUsers(timesWorkload.mid), high: atUsers(timesWorkload.high) },
      evidence: evidenceOf(use),
    };
  }
}
