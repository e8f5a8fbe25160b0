import type { Interval } from '../../core/interval';
import type { Evidence } from '../../model/evidence';
import { scaleTargetWorkload } from '../../model/volumes';
import type { TargetWorkload } from '../../model/workload';
import { rowName } from '../capacity';
import { Demands } from '../demand';
import { type InstancesNeeded, instancesNeeded } from '../instances';
import { levelsMet, type RequiredLevel, type RequiredLevelOutlook, requiredLevelOutlooks } from '../latency/required-level';
import { rangeOf } from '../range';
import type { Samples } from '../samples';
import type { CapacityForm } from '../supply';
import { type CapacityUse, capacityUse, evidenceOf, type ResourceUse, utilizationOf } from '../utilization';
import { reachedIn, shareAtLeast, smaller, type Vector } from '../vector';
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
  /** Share of the samples in which the memory of an instance is too small for one operation. */
  readonly tooSmallInShare: number;
  /** Multiple of the workload at which it reaches its threshold. */
  readonly timesWorkload: Interval;
  /** Users with an open session at which it reaches its threshold, when the whole workload grows. */
  readonly atUsers: Interval;
  /** The weakest evidence of its demands and supply. */
  readonly evidence: Evidence;
}

/** Bisection steps of a multiple of the workload: its error is below 1% of the multiple that fits below the thresholds. */
const HALVINGS = 7;

/** Number of samples of a bisection: each step computes every wait again, and a share of 90% has a standard error below 0.7%. */
const BISECTION_SAMPLES = 2_000;

/** The samples of bisections by those of the assessments, which share them. */
const fewerSamples = new WeakMap<Samples, Samples>();

function fewerOf(samples: Samples): Samples {
  const fewer = fewerSamples.get(samples) ?? samples.atMost(BISECTION_SAMPLES);
  fewerSamples.set(samples, fewer);
  return fewer;
}

/** A form of a tier under a workload, with the service levels that it must meet. */
export interface HandledLoad {
  /** The form. */
  readonly form: CapacityForm;
  /** Demands of the workload. */
  readonly demands: Demands;
  /** The workload. */
  readonly targetWorkload: TargetWorkload;
  /** Service levels; their response times are known. Empty: none. */
  readonly levels: readonly RequiredLevel[];
  /** Use of the resources under the workload. */
  readonly use: CapacityUse;
}

/** At least 1 in each sample in which a form handles the workload and meets all levels. */
function handledIn({ form, demands, use: { uses, factor }, levels }: Omit<HandledLoad, 'targetWorkload'>): Vector {
  return smaller(factor, levelsMet({ levels, demands, form, uses }, { among: factor }));
}

/** Share of the samples in which a form handles the workload and meets all levels. */
export function shareHandled(load: Omit<HandledLoad, 'targetWorkload'>): number {
  return shareAtLeast(load.levels.length === 0 ? load.use.factor : handledIn(load), 1);
}

/**
 * The largest multiple of the workload that a form handles, with all levels, in at least this share of the samples. `share` is the share
 * that handles the workload itself; by default that of the samples of the bisection.
 */
export function handledMultiple(load: HandledLoad, confidence: number, share = () => shareAt(load, 1)): number {
  const most = reachedIn(load.use.factor, confidence);
  // Levels that are met wherever all resources are below their thresholds change nothing.
  if (load.levels.length === 0 || shareAt(load, most) === shareAt({ ...load, levels: [] }, most)) return most;
  // Waits grow with the load.
  let [low, high] = share() >= confidence ? [1, most] : [0, Math.min(1, most)];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (shareAt(load, middle) >= confidence) low = middle;
    else high = middle;
  }
  return low;
}

function shareAt({ form, demands: { system, samples }, targetWorkload, levels }: HandledLoad, multiple: number): number {
  const demands = new Demands(system, scaleTargetWorkload(system, targetWorkload, multiple), fewerOf(samples));
  return shareHandled({ form, demands, levels, use: capacityUse(demands, form) });
}

/** A candidate under a workload. Confidence, cost and limits are computed on first use. */
export class Assessment {
  private readonly use: CapacityUse;
  private shareBelowThresholds: number | undefined;
  private share: number | undefined;
  private cost: Interval | undefined;
  private sorted: readonly Limit[] | undefined;
  private outlooks: readonly RequiredLevelOutlook[] | undefined;
  private readonly multiples = new Map<number, number>();

  constructor(
    /** The candidate that is assessed. */
    readonly candidate: Candidate,
    private readonly demands: Demands,
    /** The workload that it is required to handle. */
    readonly targetWorkload: TargetWorkload,
    private readonly costOf: CostOf,
    /** Service levels that it must meet; their response times are known. */
    private readonly levels: readonly RequiredLevel[] = [],
  ) {
    this.use = capacityUse(demands, candidate.form);
  }

  /** Share of the samples in which every resource stays below its threshold. */
  get capacityConfidence(): number {
    this.shareBelowThresholds ??= shareAtLeast(this.use.factor, 1);
    return this.shareBelowThresholds;
  }

  /** Share of the samples in which every resource stays below its threshold and every required level is met. */
  get confidence(): number {
    this.share ??= shareHandled(this.load);
    return this.share;
  }

  /** Multiple of the workload that it handles in at least this share of the samples. */
  timesWorkloadWith(confidence: number): number {
    const known = this.multiples.get(confidence) ?? handledMultiple(this.load, confidence, () => this.confidence);
    this.multiples.set(confidence, known);
    return known;
  }

  private get load(): HandledLoad {
    const { candidate, demands, targetWorkload, levels, use } = this;
    return { form: candidate.form, demands, targetWorkload, levels, use };
  }

  /** How likely each required level is met under the workload, with the response times; empty without levels. */
  get levelOutlooks(): readonly RequiredLevelOutlook[] {
    const { levels, demands, candidate, use } = this;
    this.outlooks ??= requiredLevelOutlooks({ levels, demands, form: candidate.form, uses: use.uses });
    return this.outlooks;
  }

  /** Multiple of the workload below every threshold, without service levels: 5th, 50th and 95th percentile. */
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
      tooSmallInShare: use.tooSmallInShare,
      atUsers: { low: atUsers(timesWorkload.low), mid: atUsers(timesWorkload.mid), high: atUsers(timesWorkload.high) },
      evidence: evidenceOf(use),
    };
  }
}
