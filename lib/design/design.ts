import type { Blueprint } from '../blueprint/blueprint';
import type { Demands } from '../capacity/demand';
import type { RequiredLevel } from '../capacity/latency/required-level';
import type { Simulation } from '../capacity/samples';
import type { CapacityForm } from '../capacity/supply';
import type { ResourceUse } from '../capacity/utilization';
import type { Offers } from '../catalog/offer';
import type { Options } from '../model/options';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import type { TargetWorkload } from '../model/workload';
import type { MissedLevel } from './met-levels';
import type { Shortage } from './shortage';

/** Input of a right-sized tier. */
export interface DesignRequest {
  /** The system, validated. */
  readonly system: System;
  /** Tier whose structure the design has: its components, standby, NAT gateways, replicas of shards, poolers, burstable or not. */
  readonly base: Tier;
  /** Id of the designed tier. */
  readonly id: string;
  /** The options, validated. */
  readonly options: Options;
  /** Instance types and prices of the region. */
  readonly offers: Offers;
  /** The workload that the tier must handle. */
  readonly targetWorkload: TargetWorkload;
  /** Service levels that it must meet in the samples that it handles. Default: none. */
  readonly levels?: readonly RequiredLevel[];
  /** Share of the samples that it must handle, 0 to 1. */
  readonly confidence: number;
  /** Settings of the simulation. Default: 10,000 samples. */
  readonly simulation?: Simulation;
  /** Demands of the target workload, which searches from several base tiers share. Default: demands in the samples of `simulation`. */
  readonly demands?: Demands;
}

/** Costs of sizes, US dollars per month. */
export interface CostBound {
  /** Of its nodes and managed data stores at the expected load. */
  readonly sizedUsd: number;
  /** The same at the maxima of autoscaling. Decides between designs with the same `sizedUsd`. */
  readonly highUsd: number;
  /** Each component at its own cheapest size at the expected load, on nodes that are used to the last vCPU and GiB, or on whole nodes of one type. */
  readonly leastUsd: number;
}

/** A right-sized tier. */
export interface Design {
  /** The tier. */
  readonly tier: Tier;
  /** Its blueprint. */
  readonly blueprint: Blueprint;
  /** Demands of the workload that it was searched with. */
  readonly demands: Demands;
  /** Its supplies without those of external services. */
  readonly form: CapacityForm;
  /** Use of its resources, without those of external services, under the workload. */
  readonly uses: readonly ResourceUse[];
  /** Use of external services, whose limits are agreements with their providers and no sizes. */
  readonly externals: readonly ResourceUse[];
  /** Cost of its sizes, and the lowest cost of sizes in any design with this structure; absent on Kubernetes and Fargate. */
  readonly bound?: CostBound;
  /** US dollars per month of its data stores and of the parts of nodes that its instances take, as the search counts them. */
  readonly searchedUsd: number;
}

/** A design, or why no size of the components is enough: components that are too small, or service levels that are missed. */
export type DesignResult =
  | { readonly design: Design }
  | { readonly shortages: readonly Shortage[]; readonly missed: readonly MissedLevel[] };
