import type { Operation } from '../model/operation';
import type { Resource } from '../model/resource';
import type { Demands, ResourceDemand } from './demand';
import { CRITICALITIES, type Criticality, qualityFactorFor, squareRootMargin } from './queueing/square-root-staffing';
import { medianOf } from './range';
import { minusOnce } from './shared-results';
import type { CapacityForm, ResourceSupply } from './supply';
import { baseIn, type CapacityUse, type ResourceUse, suppliedBy } from './utilization';
import { combine, inSample, minus, sumOfVectors, type Vector } from './vector';

/** The resource that requires the most instances. Amounts are medians, in the unit of the resource. */
export interface InstancesReason {
  /** The resource. */
  readonly resource: Resource;
  /** Load of the workload, with the base load of the whole component. */
  readonly load: number;
  /** Supply of one instance without its base load. */
  readonly perInstance: number;
  /** Utilization that the resource may reach, 0 to 1. */
  readonly threshold: number;
}

/** Instances of a service that a workload needs. */
export interface InstancesNeeded {
  /** Id of the component. */
  readonly component: string;
  /** Number of instances, within the bounds of autoscaling. */
  readonly instances: number;
  /** Why that many are required. */
  readonly reason: InstancesReason;
}

/**
 * Instances of every scaling component that a workload needs. For each resource: the load by Little's law, plus a safety
 * margin proportional to the square root of that of events, which depends on the criticality of the operations, and at most the
 * utilization of the threshold. The resource that needs the most instances decides.
 */
export function instancesNeeded({ uses }: CapacityUse, demands: Demands, form: CapacityForm): InstancesNeeded[] {
  const scaling = uses.filter(({ supply }) => supply.instances.min < supply.instances.max);
  return [...new Set(scaling.map(({ component }) => component))].map((component) => {
    const needed = scaling.filter((use) => use.component === component).map((use) => neededFor(use, demands, form));
    const most = needed.reduce((left, right) => (right.instances > left.instances ? right : left));
    return { component, ...most };
  });
}

function neededFor(use: ResourceUse, demands: Demands, form: CapacityForm): Omit<InstancesNeeded, 'component'> {
  const { supply, demand, resource, threshold } = use;
  const load = medianOf(demand.load);
  const base = basesIn(use, demands, form);
  const [fixed, idle] = [medianOf(base.ofComponent), medianOf(base.perInstance)];
  const whole = medianOf(suppliedBy(supply, 1, demands));
  const each = whole - idle;
  const usable = whole * threshold.share - idle;
  const margin = isServer(use) ? marginOf(medianOf(loadOfEvents(demand, demands)), whole, qualityFactorOf(demand, demands)) : 0;
  const needed = Math.max(ratio(load + fixed, usable), ratio(load + margin + fixed, each));
  return {
    instances: clamp(Math.ceil(needed), supply),
    reason: { resource, load: load + fixed, perInstance: each, threshold: threshold.share },
  };
}

/**
 * Instances of every scaling component that autoscaling has in service in each sample, by the rule of `instancesNeeded` and within the
 * bounds of autoscaling.
 */
export function instancesInService({ uses }: Pick<CapacityUse, 'uses'>, demands: Demands, form: CapacityForm): ReadonlyMap<string, Vector> {
  const inService = new Map<string, Vector>();
  for (const use of uses) {
    if (use.supply.instances.min === use.supply.instances.max) continue;
    const needed = inServiceFor(use, demands, form);
    inService.set(use.component, combine(inService.get(use.component) ?? 0, needed, Math.max));
  }
  return inService;
}

function inServiceFor(use: ResourceUse, demands: Demands, form: CapacityForm): Vector {
  const { supply, demand, threshold } = use;
  const base = basesIn(use, demands, form);
  const whole = suppliedBy(supply, 1, demands);
  const quality = isServer(use) ? qualityFactorOf(demand, demands) : 0;
  const ofEvents = quality === 0 ? 0 : loadOfEvents(demand, demands);
  const instances = new Float64Array(demands.samples.count);
  for (let sample = 0; sample < instances.length; sample++) {
    const load = inSample(demand.load, sample);
    const supplied = inSample(whole, sample);
    const idle = inSample(base.perInstance, sample);
    const fixed = inSample(base.ofComponent, sample);
    const margin = marginOf(inSample(ofEvents, sample), supplied, quality);
    const needed = Math.max(ratio(load + fixed, supplied * threshold.share - idle), ratio(load + margin + fixed, supplied - idle));
    instances[sample] = clamp(Math.ceil(needed), supply);
  }
  return instances;
}

/** The base load of each instance, and that of the whole component, which its instances share. */
function basesIn({ demand, supply }: ResourceUse, demands: Demands, form: CapacityForm) {
  const [one, two] = [1, 2].map((instances) => baseIn(demand, supply, instances, demands, form).load) as [Vector, Vector];
  const perInstance = minusOnce(two, one);
  return { perInstance, ofComponent: minusOnce(one, perInstance) };
}

/** The load of events. Sessions hold a resource at all times and do not wait for it, as in response times. */
function loadOfEvents({ load, operations }: ResourceDemand, { system }: Demands): Vector {
  const sessions = operations.filter(({ operation }) => system.operations[operation]?.kind === 'session');
  return sessions.length === 0 ? load : minus(load, sumOfVectors(sessions.map((one) => one.load)));
}

/**
 * The margin of the square-root rule, in the unit of the resource. A part of a server counts as one that works more slowly, as in
 * response times: an instance of 0.5 vCPU is one server.
 */
function marginOf(load: number, perInstance: number, qualityFactor: number): number {
  if (perInstance <= 0 || load <= 0) return 0;
  const perServer = perInstance / Math.ceil(perInstance);
  return perServer * squareRootMargin(load / perServer, qualityFactor);
}

function qualityFactorOf(demand: ResourceDemand, demands: Demands): number {
  return qualityFactorFor(CRITICALITIES[strictest(demand, demands)].waitingProbability);
}

/** Whether work queues for the resource when all of it is busy, which does not apply to memory and disk. */
function isServer({ resource }: ResourceUse): boolean {
  return resource === 'processor' || resource === 'workers' || resource === 'connections' || resource === 'slots';
}

function strictest({ operations }: ResourceDemand, { system }: Demands): Criticality {
  const order = Object.keys(CRITICALITIES) as Criticality[];
  const found = operations.map(({ operation }) => (system.operations[operation] as Operation).criticality);
  return order.find((criticality) => found.includes(criticality)) ?? 'normal';
}

function ratio(load: number, each: number): number {
  if (load === 0) return 0;
  return each <= 0 ? Number.POSITIVE_INFINITY : load / each;
}

function clamp(count: number, { instances: { min, max } }: ResourceSupply): number {
  return Math.min(max, Math.max(min, count));
}
