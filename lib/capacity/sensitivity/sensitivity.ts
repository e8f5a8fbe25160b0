import type { TargetWorkload } from '../../model/workload';
import { Demands, type SizedSystem } from '../demand';
import type { RequiredLevel } from '../latency/required-level';
import { handledMultiple } from '../recommend/assess';
import { Samples, type Simulation } from '../samples';
import type { CapacityForm } from '../supply';
import { capacityUse } from '../utilization';
import { type UncertainFigure, uncertainFigures } from './uncertain-figures';

/** How much of the workload a form handles with one figure at each end of its interval. */
export interface Sensitivity {
  /** The figure. */
  readonly figure: UncertainFigure;
  /** Multiple of the workload that the form handles with the required confidence, with the figure at its low value. */
  readonly timesWorkloadAtLow: number;
  /** The same with the figure at its high value. */
  readonly timesWorkloadAtHigh: number;
}

/** Effect, as a share of the smaller capacity, from which a figure is worth a measurement. */
const SMALLEST_EFFECT = 0.01;

/** Figures that an answer names. */
const MOST_FIGURES = 5;

/** A form of a tier under a workload. */
export interface SensitivityQuestion {
  /** The system with its operations. */
  readonly system: SizedSystem;
  /** The target workload. */
  readonly targetWorkload: TargetWorkload;
  /** The form. */
  readonly form: CapacityForm;
  /** Share of the samples that must handle the load, 0 to 1. */
  readonly confidence: number;
  /** Service levels that the load must meet in these samples. Default: none. */
  readonly levels?: readonly RequiredLevel[] | undefined;
  /** Settings of the simulation. Default: 10,000 samples. */
  readonly simulation?: Simulation | undefined;
}

/**
 * Up to five figures that change the capacity the most, the largest change first. Each is fixed at its low and at its high value
 * while all others keep their samples, so that a figure without effect has none. Figures with an effect below 1% are left out.
 */
export function decidingFigures(question: SensitivityQuestion): Sensitivity[] {
  const { system, targetWorkload, form, confidence, levels = [], simulation } = question;
  const samples = new Samples(simulation);
  const handledIn = (fixed: Samples) => {
    const demands = new Demands(system, targetWorkload, fixed);
    return handledMultiple({ form, demands, targetWorkload, levels, use: capacityUse(demands, form) }, confidence);
  };
  return uncertainFigures(system, targetWorkload, form)
    .map((figure) => ({
      figure,
      timesWorkloadAtLow: handledIn(samples.withFixed(figure.sampleName, figure.isRest ? 'high' : 'low')),
      timesWorkloadAtHigh: handledIn(samples.withFixed(figure.sampleName, figure.isRest ? 'low' : 'high')),
    }))
    .filter((one) => swingOf(one) > SMALLEST_EFFECT * Math.min(one.timesWorkloadAtLow, one.timesWorkloadAtHigh))
    .sort((left, right) => swingOf(right) - swingOf(left))
    .slice(0, MOST_FIGURES);
}

function swingOf({ timesWorkloadAtLow, timesWorkloadAtHigh }: Sensitivity): number {
  return timesWorkloadAtHigh === timesWorkloadAtLow ? 0 : Math.abs(timesWorkloadAtHigh - timesWorkloadAtLow);
}
