import type { TargetWorkload } from '../../model/workload';
import type { SizedSystem } from '../demand';
import type { RequiredLevel } from '../latency/required-level';
import type { Simulation } from '../samples';
import type { Candidate, CostOf, LeastUsdOf } from './candidate';

/** Input of a recommendation. */
export interface Question {
  /** The system with its operations. */
  readonly system: SizedSystem;
  /** The workload that a tier must handle. */
  readonly targetWorkload: TargetWorkload;
  /** All tiers with their varying options. The candidate with the fewest optional resources comes first within each tier. */
  readonly candidates: readonly Candidate[];
  /** Computes the monthly cost of a candidate under a load. */
  readonly costOf: CostOf;
  /** Lower bounds of the costs: a candidate whose bound is above the cost of another one needs no estimate. Default: 0 for all. */
  readonly leastUsdOf?: LeastUsdOf;
  /** Service levels that a tier must meet with the required confidence. Default: none. */
  readonly levels?: readonly RequiredLevel[];
  /** Required confidence, 0 to 1. Default: 0.9. */
  readonly confidence?: number;
  /** Growth of the workload per month; 0.1 is 10%. Absent: the lifetime is not computed. */
  readonly growthPerMonth?: number;
  /** The largest mid of the estimate, US dollars per month. Absent: no budget. */
  readonly budgetUsd?: number;
  /** Settings of the simulation. Default: 10,000 samples. */
  readonly simulation?: Simulation;
}
