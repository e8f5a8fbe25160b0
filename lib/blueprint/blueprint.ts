import type { UsageQuantity } from '../contract/usage';
import type { Measure } from '../model/alarm';
import type { Options, Region } from '../model/options';
import type { Regions } from '../model/regions';
import type { Contradiction, Published } from '../model/tier';
import type { Workload } from '../model/workload';
import type { Rejection } from '../selection/choice';
import type { ChosenReason, Requirement } from '../selection/choice-reasons';
import type { Recovery } from './recovery';
import type { ResolvedComponent } from './resolved-component';
import type { TradeOff } from './trade-offs';
import type { BlueprintWarning } from './warnings';

/**
 * A blueprint: one tier of one system with its options, validated and resolved. Instance types are chosen, counts are fixed,
 * usage is derived. Frozen plain data from which stacks and charts are synthesized.
 */
export interface Blueprint {
  /** The system that the tier belongs to. */
  readonly system: SystemSummary;
  /** The tier. */
  readonly tier: TierSummary;
  /** The options, with the defaults of the tier filled in. */
  readonly options: ResolvedOptions;
  /** `<system>-<environment>`. The tier is not part of it, so that another tier updates the same stack. */
  readonly stackName: string;
  /** Region, zones and NAT gateways. */
  readonly network: ResolvedNetwork;
  /** The standby regions; absent with one region. */
  readonly regions?: ResolvedRegions;
  /** Blueprints of the standby regions, in the order in which they take over; absent with one region. */
  readonly standbys?: readonly Blueprint[];
  /** Present in the blueprint of a standby region. */
  readonly standsBy?: StandbyRole;
  /** Components by id, in the order of the tier. */
  readonly components: Readonly<Record<string, ResolvedComponent>>;
  /** Ids of node pools that other tiers and options of the system have: the stack has them too, without nodes. */
  readonly idlePools: readonly string[];
  /** The workload that the tier is built for. */
  readonly workload: Workload;
  /** Usage that the estimate needs and no template contains. */
  readonly usage: readonly UsageQuantity[];
  /** The choice of each instance type: requirement, chosen type, rejected types with reasons. */
  readonly choices: readonly InstanceChoice[];
  /** Alarm levels by measure: those for all components first, then those of single components. */
  readonly alarms: readonly ResolvedAlarm[];
  /** The figures that the document publishes for the tier. */
  readonly published?: Published;
  /** Sums over the components, compared with the published resources; empty if the document publishes none. */
  readonly parts: readonly PartsSum[];
  /** Contradictions of the document that concern the tier. */
  readonly contradictions: readonly Contradiction[];
  /** Trade-offs of this form of the tier, such as those of a single host. */
  readonly tradeOffs: readonly TradeOff[];
  /** How options were adjusted to the instance types of the region, and the steps before a standby region can take over. */
  readonly warnings: readonly BlueprintWarning[];
}

/** A system without its tiers. */
export interface SystemSummary {
  /** Id of the system. */
  readonly id: string;
  /** Name in tables and descriptions. */
  readonly name: string;
  /** The document that the figures are from, with its date; absent for a system without one. */
  readonly source?: string;
}

/** A tier without its components. */
export interface TierSummary {
  /** Id of the tier. */
  readonly id: string;
  /** The users or the load that the tier is for, in a few words. */
  readonly description: string;
}

/** The role of a standby region. */
export interface StandbyRole {
  /** The primary region. */
  readonly primary: Region;
  /** Position in the order of takeover: 1 takes over first. */
  readonly rank: number;
}

/** The options with the defaults of the tier filled in. */
export type ResolvedOptions = Required<Omit<Options, LeftOpen>> & Pick<Options, LeftOpen>;

/** Options that may stay undefined. `dataStores` and `entry` are for clusters and undefined on ECS. */
type LeftOpen =
  | 'certificate'
  | 'zones'
  | 'restoreFrom'
  | 'domain'
  | 'budget'
  | 'databaseStorageGib'
  | 'dataVolumeGib'
  | 'natGateways'
  | 'taskNetwork'
  | 'poolInstances'
  | 'cacheShards'
  | 'protectedShards'
  | 'unprotectedDatabases'
  | 'dataStores'
  | 'entry'
  | 'clusterName'
  | 'nodeRole'
  | 'discoveryTag'
  | 'clientCidrs'
  | 'apiCidrs'
  | 'ecsExec'
  | 'terminationProtection';

/** Three Availability Zones: by id, which is the same place in every account, or by name. */
export interface SubnetZones {
  /** How the zones are given. */
  readonly by: 'id' | 'name';
  /** The zones: `use1-az1` by id, `us-east-1a` by name. */
  readonly zones: readonly [string, string, string];
}

/** The network of a region. */
export interface ResolvedNetwork {
  /** The region. */
  readonly region: Region;
  /**
   * The three Availability Zones of a stack, the same in every tier: all by id (default) or all by name (`zones` option). Manifests
   * have those of the option alone.
   */
  readonly subnetZones: SubnetZones;
  /** Number of NAT gateways, 0 to 3. */
  readonly natGateways: number;
  /** Whether tasks on EC2 node pools have a network interface and a security group each (`awsvpc`). */
  readonly tasksHaveInterfaces: boolean;
}

/** The standby regions of a tier. */
export interface ResolvedRegions extends Omit<Regions, 'preference' | 'secondaries'> {
  /** Standby regions in the order in which they take over. */
  readonly secondaries: readonly Region[];
  /**
   * Seconds until clients reach another region: failed health checks in a row and the TTL of the DNS record. The time that the
   * standby needs, such as for the promotion of a replica, is not included.
   */
  readonly detectionSeconds: number;
  /** RTO and RPO, compared with the published ones. */
  readonly recovery: Recovery;
}

/** The choice of an instance type. */
export interface InstanceChoice {
  /** Id of the component that the type is for. */
  readonly component: string;
  /** The requirement that the type must meet. */
  readonly requirement: Requirement;
  /** The chosen instance type. */
  readonly chosen: string;
  /** Why it was chosen. */
  readonly because: ChosenReason;
  /** Rejected types, grouped by reason. */
  readonly rejected: readonly Rejection[];
}

/** Alarm levels, in the unit of the measure: see MEASURES. */
export interface ResolvedAlarm {
  /** The measure. */
  readonly measure: Measure;
  /** Component id; absent: all components without levels of their own. */
  readonly component?: string;
  /** Level that needs attention during working hours. */
  readonly warning: number;
  /** Level that pages the person on call. */
  readonly critical: number;
  /** Minutes that the level must be passed before the alarm fires. */
  readonly forMinutes: number;
  /** Source of the levels. Absent: they are defaults of this package, because the document has no level. */
  readonly source?: string;
}

/** The ends of a published range. */
export interface PublishedBounds {
  /** Lower end. */
  readonly from: number;
  /** Upper end. */
  readonly to: number;
  /** Whether the upper end is open. */
  readonly orMore: boolean;
}

/** The sum of a resource over the components of a tier, compared with the published one. */
export interface PartsSum {
  /** The resource. */
  readonly resource: 'vcpu' | 'memory' | 'storage';
  /** Unit of sum and range. */
  readonly unit: 'vCPU' | 'GiB';
  /** Sum over the components at their minimum number of instances. */
  readonly sum: number;
  /** The published range. */
  readonly published: PublishedBounds;
  /** Whether the sum is inside the range; if not, a contradiction gives the reason. */
  readonly isInRange: boolean;
}
