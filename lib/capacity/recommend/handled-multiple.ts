import { scaleTargetWorkload } from '../../model/volumes';
import type { TargetWorkload } from '../../model/workload';
import { Demands } from '../demand';
import { levelsMet, type RequiredLevel } from '../latency/required-level';
import type { Samples } from '../samples';
import type { CapacityForm } from '../supply';
import { type CapacityUse, capacityUse } from '../utilization';
import { reachedIn, shareAtLeast, smaller, type Vector } from '../vector';

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
