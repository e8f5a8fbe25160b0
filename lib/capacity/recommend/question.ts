import type { TargetWorkload } from '../../model/workload';
import type { SizedSystem } from '../demand';
import type { Simulation } from '../samples';
import type { Candidate, CostOf } from './candidate';

/** The question that a recommendation answers. */
export interface Question {
  /** The system with its operations. */
  readonly system: SizedSystem;
  /** The workload that is to be handled. */
  readonly targetWorkload: TargetWorkload;
  /** All tiers with the options that are open; of each tier the plainest first. */
  readonly candidates: readonly Candidate[];
  /** Computes the monthly cost of a candidate under a load. */
  readonly costOf: CostOf;
  /** Default 0.9. */
  readonly confidence?: number;
  /** Growth of the workload a month: 0.1 is 10%. Absent: how long it lasts is not asked. */
  readonly growthPerMonth?: number;
  /** Dollars a month that the mid of the bill may be. */
  readonly budgetUsd?: number;
  /** Settings of the simulation. Default: 10,000 samples. */
  readonly simulation?: Simulation;
}
