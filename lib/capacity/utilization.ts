import { lazy } from '../core/lazy';
import type { Evidence } from '../model/evidence';
import { RESOURCES, type Resource, type Threshold } from '../model/resource';
import type { BaseLoadOfForm, Demands, ResourceDemand, SizedSystem } from './demand';
import { weakest } from './evidence';
import { changesIn, effectiveAppliers } from './latency/in-order';
import type { ReplayingSupply } from './replays';
import { minusOnce, timesOnce } from './shared-results';
import type { CapacityForm, Part, ResourceSupply } from './supply';
import { combine, dividedBy, leastOf, minus, plus, shareAtLeast, type Vector } from './vector';

/** Use of one resource of one component, at the maximum number of instances. */
export interface ResourceUse {
  /** Id of the component. */
  readonly component: string;
  /** The resource. */
  readonly resource: Resource;
  /** The primary of a data store, or its replicas. */
  readonly part: Part;
  /** Demand on the resource. */
  readonly demand: ResourceDemand;
  /** Supply of the resource. */
  readonly supply: ResourceSupply;
  /** Supply of all instances together, by sample. Computed on first use. */
  readonly supplied: Vector;
  /** Base load, by sample. */
  readonly base: Vector;
  /** Utilization that it may reach. */
  readonly threshold: Threshold;
  /**
   * Multiple of the workload that fits below the threshold, by sample; 0 where the base load alone exceeds it, and where the memory of
   * an instance is too small for one operation. Computed on first use.
   */
  readonly factor: Vector;
  /**
   * Share of the samples, 0 to 1, in which the memory of an instance without its base load is too small for one operation: an operation
   * runs in one instance. 0 for other resources, of which an operation that needs more takes longer or waits. Computed on first use.
   */
  readonly tooSmallInShare: number;
}

/**
 * The weakest evidence of the supply and the demands of a resource. A load test of the tier measures how much of the supply a request
 * uses: where it measured all demands, the evidence of the supply does not count.
 */
export function evidenceOf({ supply, demand }: Pick<ResourceUse, 'supply' | 'demand'>): Evidence {
  const isMeasured = demand.operations.length > 0 && demand.operations.every(({ isMeasuredOnTier }) => isMeasuredOnTier);
  return weakest([...(isMeasured ? [] : [supply.evidence]), ...demand.operations.map(({ evidence }) => evidence)]);
}

/** Growth of a volume, which limits the time until it is full and not the load. */
export interface DiskGrowth {
  /** Id of the component. */
  readonly component: string;
  /** Size of the volume, GiB. */
  readonly supply: ResourceSupply;
  /** Share of the volume that may be full, 0 to 1. */
  readonly threshold: Threshold;
  /** Growth at peak load, MiB/s. */
  readonly mibPerSecond: Vector;
}

/** Use of all resources of a form under a workload. */
export interface CapacityUse {
  /** Use of each resource. */
  readonly uses: readonly ResourceUse[];
  /** Growth of each volume. */
  readonly disks: readonly DiskGrowth[];
  /** Demands on resources without a known limit. */
  readonly unlimited: readonly ResourceDemand[];
  /** Multiple of the workload that fits: the smallest factor of all resources, in each sample. Computed on first use. */
  readonly factor: Vector;
}

/** Use of the resources of a form of a tier under a workload. */
export function capacityUse(demands: Demands, form: CapacityForm): CapacityUse {
  const uses: ResourceUse[] = [];
  const disks: DiskGrowth[] = [];
  const unlimited: ResourceDemand[] = [];
  for (const demand of demands.of(form)) {
    const supply = supplyOf(demand, form);
    if (supply === undefined) unlimited.push(demand);
    else if (RESOURCES[demand.resource].nature === 'stored') {
      disks.push({
        component: demand.component,
        supply,
        threshold: thresholdOf(demand, demands.system),
        get mibPerSecond() {
          return demand.load;
        },
      });
    } else uses.push(useOf(demand, supply, demands, form));
  }
  const least = lazy(() => leastOf(uses.map(({ factor }) => factor)));
  return {
    uses,
    disks,
    unlimited,
    get factor() {
      return least();
    },
  };
}

function supplyOf({ component, resource, part }: ResourceDemand, { supplies }: CapacityForm): ResourceSupply | undefined {
  return supplies.find((supply) => supply.component === component && supply.resource === resource && supply.part === part);
}

function useOf(demand: ResourceDemand, supply: ResourceSupply, demands: Demands, form: CapacityForm): ResourceUse {
  const { component, resource, part } = demand;
  const instances = supply.instances.max;
  const threshold = thresholdOf(demand, demands.system);
  const base = baseIn(demand, supply, instances, demands, form);
  const { low, mid, high } = supply.perInstance;
  const name = `factor ${demand.key} and ${base.key} of ${[low, mid, high].join()} × ${instances}`;
  const perInstance = lazy(() =>
    appliesChanges(supply) ? appliedInOrder(demand.key, supply, demands, form) : suppliedBy(supply, 1, demands),
  );
  const fitting = lazy(() =>
    demands.once(name, () => {
      const constant = demand.constantLoad;
      const kept = constant === 0 ? base.load : plus(base.load, constant);
      const factor = timesItFits(demand.growingLoad, { perInstance: perInstance(), instances, share: threshold.share, base: kept });
      const left = leftByLargest(demand, supply, demands, form);
      return left === 0 ? factor : combine(factor, left, (fitting, mib) => (mib < 0 ? 0 : fitting));
    }),
  );
  const supplied = lazy(() => timesOnce(perInstance(), instances));
  return {
    component,
    resource,
    part,
    demand,
    supply,
    get supplied() {
      return supplied();
    },
    base: base.load,
    threshold,
    get factor() {
      return fitting();
    },
    get tooSmallInShare() {
      return 1 - shareAtLeast(leftByLargest(demand, supply, demands, form), 0);
    },
  };
}

function appliesChanges(supply: ResourceSupply): supply is ReplayingSupply {
  return supply.resource === 'replay' && supply.replay !== undefined;
}

/**
 * Cores with which one replica applies changes, by sample: those of all its processes, without the time that they wait for each other
 * because they commit in the order of the primary. With more changes than that, the lag of the replica grows without limit.
 */
function appliedInOrder(key: string, supply: ReplayingSupply, demands: Demands, form: CapacityForm): Vector {
  const appliers = supply.perInstance.mid;
  if (appliers <= 1) return appliers;
  // The mix of the changes is the same for any number of replicas.
  return demands.once(`applied in order ${key.replaceAll(/ ×[\d.]+/g, '')} by ${appliers}`, () => {
    const replays = demands.replaysIn(form, supply);
    return Float64Array.from({ length: demands.samples.count }, (_, sample) =>
      effectiveAppliers(appliers, changesIn(replays, sample, supply.instances.max)),
    );
  });
}

/** Memory of one instance of a service without its base load and the largest operation, by sample; 0 for other resources. */
function leftByLargest(demand: ResourceDemand, supply: ResourceSupply, demands: Demands, form: CapacityForm): Vector {
  if (demand.resource !== 'memory' || supply.basis.kind !== 'instances') return 0;
  const [one, two] = [1, 2].map((instances) => baseIn(demand, supply, instances, demands, form).load) as [Vector, Vector];
  return minus(minus(suppliedBy(supply, 1, demands), minusOnce(two, one)), demand.largest);
}

/** Supply of a number of instances. The sample name does not contain the tier, so that a larger tier is larger in every sample. */
export function suppliedBy({ component, resource, perInstance }: ResourceSupply, instances: number, { samples }: Demands): Vector {
  return timesOnce(samples.draw(`supply ${component} ${resource}`, perInstance), instances);
}

/** Base load of a resource, by sample. */
export function baseIn(
  demand: Pick<ResourceDemand, 'component' | 'resource'>,
  { workersPerInstance: workers }: ResourceSupply,
  instances: number,
  demands: Demands,
  form: CapacityForm,
): BaseLoadOfForm {
  return demands.baseLoad(demand, form, { instances, workers });
}

/** Threshold of the component, or else of the resource. The schema of a system requires one of them. */
export function thresholdOf(
  { component, resource }: Pick<ResourceDemand, 'component' | 'resource'>,
  { id, thresholds }: Pick<SizedSystem, 'id' | 'thresholds'>,
): Threshold {
  const meant = thresholds.filter((threshold) => threshold.resource === resource);
  const threshold = meant.find((own) => own.component === component) ?? meant.find((own) => own.component === undefined);
  if (threshold === undefined) throw new Error(`${id} has no threshold of ${resource} for ${component}`);
  return threshold;
}

/** Supply of a resource, and the part of it that a load may use. */
interface Capacity {
  readonly perInstance: Vector;
  readonly instances: number;
  /** Utilization that it may reach. */
  readonly share: number;
  readonly base: Vector;
}

/** Multiple of a load that fits below the threshold; 0 where the base load exceeds the threshold, even without demand. */
function timesItFits(load: Vector, { perInstance, instances, share, base }: Capacity): Vector {
  const [loads, ofLoads] = valuesIn(load);
  const [supplies, ofSupplies] = valuesIn(perInstance);
  const [bases, ofBases] = valuesIn(base);
  const result = new Float64Array(Math.max(loads.length, supplies.length, bases.length));
  // One loop for all operations: a search of sizes computes hundreds of these vectors.
  for (let sample = 0; sample < result.length; sample++) {
    const supplied = (supplies[sample & ofSupplies] as number) * instances;
    result[sample] = fits(supplied * share - (bases[sample & ofBases] as number), loads[sample & ofLoads] as number);
  }
  return result.length === 1 ? (result[0] as number) : result;
}

/** The values of a vector, and the bits of a sample that are their index: none for one value for all samples. */
function valuesIn(vector: Vector): readonly [values: Float64Array, indexBits: number] {
  return typeof vector === 'number' ? [Float64Array.of(vector), 0] : [vector, -1];
}

function fits(free: number, needed: number): number {
  if (free < 0) return 0;
  return needed === 0 ? Number.POSITIVE_INFINITY : free / needed;
}

/** Share of the supply that is in use, in each sample. */
export function utilizationOf({ base, demand, supplied }: ResourceUse): Vector {
  return dividedBy(plus(base, demand.load), supplied);
}
