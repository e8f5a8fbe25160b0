import type { Assessment } from './assess';

/** Horizon of a plan in months. Workloads and prices beyond it are not predictable. */
export const HORIZON_MONTHS = 60;

/** How long a recommended candidate handles a growing workload, and the recommendation after that. */
export interface Lifetime {
  /** Growth of the workload per month; 0.1 is 10%. */
  readonly growthPerMonth: number;
  /** Full months that it handles the growing workload with the required confidence, at most the horizon. */
  readonly months: number;
  /** Whether it lasts longer than the horizon. */
  readonly beyondHorizon: boolean;
  /** The recommendation for the month after; absent beyond the horizon, and beyond the largest tier. */
  readonly next?: Assessment;
}

/** The lifetime of a recommendation. `decideFor` recommends for a multiple of the workload; a `growthPerMonth` of 0.1 is 10%/month. */
export function lifetimeOf(
  chosen: Assessment,
  growthPerMonth: number,
  confidence: number,
  decideFor: (multiple: number) => Assessment | undefined,
): Lifetime {
  const months = monthsUntil(chosen.timesWorkloadWith(confidence), growthPerMonth);
  if (months > HORIZON_MONTHS) return { growthPerMonth, months: HORIZON_MONTHS, beyondHorizon: true };
  const next = decideFor((1 + growthPerMonth) ** (months + 1));
  return { growthPerMonth, months, beyondHorizon: false, ...(next === undefined ? {} : { next }) };
}

/** Full months of growth before a workload exceeds a multiple of itself. Infinite without growth. */
export function monthsUntil(timesWorkload: number, growthPerMonth: number): number {
  if (growthPerMonth <= 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.floor(Math.log(timesWorkload) / Math.log1p(growthPerMonth)));
}
