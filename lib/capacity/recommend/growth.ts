import type { TargetWorkload } from '../../model/workload';
import { scaleTargetWorkload } from '../volumes';
import type { Assessment } from './assess';

/** Longer than this nobody plans, and no price holds. */
export const HORIZON_MONTHS = 60;

/** How long a recommendation lasts, and what comes after it. */
export interface Lifetime {
  /** Growth of the workload per month; 0.1 is 10%. */
  readonly growthPerMonth: number;
  /** Full months that it handles the growing workload with the asked confidence; the horizon where it lasts longer. */
  readonly months: number;
  /** Whether it lasts longer than the horizon that is computed. */
  readonly beyondHorizon: boolean;
  /** What is recommended in the month after; absent beyond the horizon, and beyond the largest tier. */
  readonly next?: Assessment;
}

/** `decideFor` recommends for a workload; a `growthPerMonth` of 0.1 is 10%/month. */
export function lifetimeOf(
  chosen: Assessment,
  growthPerMonth: number,
  confidence: number,
  decideFor: (targetWorkload: TargetWorkload) => Assessment | undefined,
): Lifetime {
  const months = monthsUntil(chosen.timesWorkloadWith(confidence), growthPerMonth);
  if (months > HORIZON_MONTHS) return { growthPerMonth, months: HORIZON_MONTHS, beyondHorizon: true };
  const next = decideFor(scaleTargetWorkload(chosen.targetWorkload, (1 + growthPerMonth) ** (months + 1)));
  return { growthPerMonth, months, beyondHorizon: false, ...(next === undefined ? {} : { next }) };
}

/** Full months of growth until a workload is so many times as large. Endless without growth. */
export function monthsUntil(timesWorkload: number, growthPerMonth: number): number {
  if (growthPerMonth <= 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.floor(Math.log(timesWorkload) / Math.log1p(growthPerMonth)));
}
