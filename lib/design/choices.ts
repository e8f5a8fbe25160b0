import type { Demands } from '../capacity/demand';
import { instancesNeeded } from '../capacity/instances';
import type { CapacityForm } from '../capacity/supply';
import { capacityUse, type ResourceUse } from '../capacity/utilization';
import type { Vector } from '../capacity/vector';
import { HOURS_PER_MONTH } from '../core/time';
import type { Component } from '../model/component';
import type { Service } from '../model/service';
import { type Mask, maskOf, sizeOf } from './mask';
import { type NodePrices, reservationOf } from './node-prices';
import type { Choices, Sized } from './select';
import { type DesignBase, serversOf, supplyOfSize } from './size-supply';

/** Input of the choices of a component. */
export interface ChoicesRequest {
  /** The tier that the design starts from. */
  readonly base: DesignBase;
  /** Demands of the target workload. */
  readonly demands: Demands;
  /** Prices of nodes for services, and for data stores in containers. */
  readonly prices: NodePrices;
  /** Number of samples that must be handled. */
  readonly required: number;
  /** 1 in each sample in which the service levels leave enough time for the waits of a size. Absent without levels. */
  readonly keptIn?: ((size: Component, form: CapacityForm, uses: readonly ResourceUse[]) => Vector) | undefined;
}

/** Share of the samples above which one more instance is no useful choice. */
const ENOUGH_SHARE = 0.9995;

/** Growth of the number of instances from one choice to the next, at least one instance. */
const STEP = 0.03;

/** Largest number of instances of a service: 5,000 tasks per service. Source: Amazon ECS service quotas. */
const MOST_INSTANCES = 5_000;

/** Instances that keep a service available when one fails. */
const SURVIVES_ONE = 2;

/** The sizes of a component with the samples that they handle and their cost. */
export interface ComponentChoices {
  /** Every size of which no other one costs less by parts of nodes and handles as much. */
  readonly useful: Choices<Component>;
  /** Other sizes of a service, which may leave less of the nodes unused; each with one number of instances, which handles nearly all samples. */
  readonly forNodes: Choices<Component>;
}

/** The sizes of a component, without those that handle too few samples. */
export function choicesOf(id: string, sizes: readonly Component[], request: ChoicesRequest): ComponentChoices {
  const services = sizes.filter((size) => size.kind === 'service');
  const stores = sizes.filter((size) => size.kind !== 'service');
  const { useful, forNodes } = servicesChoices(id, services, request);
  return { useful: [...stores.flatMap((size) => storeChoice(id, size, request)), ...useful], forNodes };
}

function storeChoice(id: string, size: Component, { base, demands, prices, keptIn }: ChoicesRequest): Sized<Component>[] {
  const supplied = supplyOfSize(base, id, size);
  if (supplied === undefined) return [];
  const monthlyUsd = supplied.monthlyUsd ?? inPoolUsd(id, size, { base, prices });
  return [{ size: supplied.size, midUsd: monthlyUsd, highUsd: monthlyUsd, mask: maskIn(supplied.form, id, demands, keptOf(size, keptIn)) }];
}

/** The parts of nodes that the servers of a data store in containers take, US dollars per month. */
function inPoolUsd(id: string, size: Component, { base: { blueprint }, prices }: Pick<ChoicesRequest, 'base' | 'prices'>): number {
  const resolved = blueprint.components[id];
  const reserved = reservationOf(size);
  if (resolved === undefined || reserved === undefined) throw new Error(`${id} has no size`);
  return prices.hourlyUsd(id, reserved) * serversOf(resolved, size) * HOURS_PER_MONTH;
}

/** A size of a service with the instances that the median of the workload needs. */
interface NeededSize {
  readonly size: Service;
  readonly needed: number;
  /** US dollars per month of one instance. */
  readonly eachUsd: number;
}

/**
 * Sizes of a service with each useful number of instances. The cost at the expected load is that of the instances which the
 * workload needs, regardless of the maximum: a maximum below them handles less and must not cost less. Where autoscaling starts
 * the others, a larger maximum of the size that costs least at the expected load is better than any other size, but for nodes
 * that several services fill together.
 */
function servicesChoices(id: string, sizes: readonly Service[], request: ChoicesRequest): ComponentChoices {
  const needed = sizes
    .map((size): NeededSize => {
      const instances = Math.max(leastInstances(size), neededInstances(id, size, request));
      return { size, needed: instances, eachUsd: request.prices.hourlyUsd(id, size) * HOURS_PER_MONTH };
    })
    .filter(({ needed: instances, eachUsd }) => instances <= MOST_INSTANCES && Number.isFinite(eachUsd))
    .sort((left, right) => left.eachUsd * left.needed - right.eachUsd * right.needed);
  const nearlyAll = request.demands.samples.count * ENOUGH_SHARE;
  const useful: Sized<Component>[] = [];
  const forNodes: Sized<Component>[] = [];
  let cheapest: NeededSize | undefined;
  for (const one of needed) {
    if (cheapest !== undefined && isScaled(one.size)) {
      if (fillsNodesWorse(one, cheapest)) continue;
      forNodes.push(...withLevels(id, one, request, instanceChoices(id, one, request, nearlyAll)).slice(0, 1));
    } else {
      const own = withLevels(id, one, request, instanceChoices(id, one, request, request.required));
      useful.push(...own);
      const most = own.at(-1);
      if (isScaled(one.size) && most !== undefined && sizeOf(most.mask) >= nearlyAll) cheapest = one;
    }
  }
  return { useful, forNodes };
}

/** Share of more vCPU or memory that smaller instances may take and still leave less of a node unused. */
const FINER_SHARE = 0.25;

/** Whether all instances of a size need as much of both resources as those of another one, and clearly more of one of them. */
function fillsNodesWorse(one: NeededSize, other: NeededSize): boolean {
  const times = (['vcpu', 'memoryGib'] as const).map((key) => (one.size[key] * one.needed) / (other.size[key] * other.needed));
  return Math.min(...times) >= 1 && Math.max(...times) > 1 + FINER_SHARE;
}

/** Each useful number of instances of a size with which it handles a number of samples. */
function instanceChoices(
  id: string,
  { size, needed, eachUsd }: NeededSize,
  { base, demands }: ChoicesRequest,
  least: number,
): Sized<Component>[] {
  const masks = new Map<number, Mask>();
  const maskOfCount = (instances: number): Mask => {
    const known = masks.get(instances);
    if (known !== undefined) return known;
    const supplied = supplyOfSize(base, id, { ...size, instances: { min: instances, max: instances } });
    const mask = supplied === undefined ? new Uint32Array() : maskIn(supplied.form, id, demands);
    masks.set(instances, mask);
    return mask;
  };
  const first = fewest(needed, (instances) => sizeOf(maskOfCount(instances)) >= least);
  if (first === undefined) return [];
  const choices: Sized<Component>[] = [];
  for (let instances = first; instances <= MOST_INSTANCES; instances += Math.max(1, Math.round(instances * STEP))) {
    const mask = maskOfCount(instances);
    const expected = isScaled(size) ? needed : instances;
    choices.push({
      size: { ...size, instances: { min: isScaled(size) ? leastOf(size, needed) : instances, expected, max: instances } },
      midUsd: eachUsd * expected,
      highUsd: eachUsd * instances,
      mask,
    });
    if (sizeOf(mask) >= demands.samples.count * ENOUGH_SHARE) break;
  }
  return choices;
}

/** Growth of the minimum from one choice to the next, for service levels. */
const MINIMUM_STEP = 0.05;

/** Largest multiple of the instances that the workload needs below its thresholds: beyond it, events hardly wait any more. */
const MOST_TIMES_NEEDED = 6;

/**
 * The choices that leave enough time for the service levels. Autoscaling adds instances at the thresholds and not for the response
 * time, so that a larger maximum makes nothing faster: a larger minimum does, and costs its instances at the expected load.
 */
function withLevels(
  id: string,
  { size, needed, eachUsd }: NeededSize,
  request: ChoicesRequest,
  own: Sized<Component>[],
): Sized<Component>[] {
  const { base, demands, required, keptIn } = request;
  const last = own.at(-1)?.size;
  if (keptIn === undefined || last?.kind !== 'service') return own;
  const count = (instances: Service['instances']): Sized<Component>[] => {
    const sized = { ...size, instances };
    const supplied = supplyOfSize(base, id, sized);
    if (supplied === undefined) return [];
    const mask = maskIn(supplied.form, id, demands, keptOf(sized, keptIn));
    return [{ size: sized, midUsd: eachUsd * (instances.expected ?? instances.min), highUsd: eachUsd * instances.max, mask }];
  };
  const isUseful = ([choice]: readonly Sized<Component>[]) => choice !== undefined && sizeOf(choice.mask) >= required;
  // Where the largest maximum is too small, the others are.
  const choices = isUseful(count(last.instances))
    ? own.flatMap(({ size: sized }) => (sized.kind === 'service' ? count(sized.instances) : []))
    : [];
  const fixed = (min: number) => count({ min, expected: min, max: isScaled(size) ? Math.max(min, last.instances.max) : min });
  const most = Math.min(MOST_INSTANCES, MOST_TIMES_NEEDED * Math.max(needed, SURVIVES_ONE));
  const least = isScaled(size) ? needed : last.instances.max + 1;
  const first = fewest(least, (min) => isUseful(fixed(min)), Math.max(least, most)) ?? Number.POSITIVE_INFINITY;
  for (let min = first; min <= most; min += Math.max(1, Math.round(min * MINIMUM_STEP))) {
    choices.push(...fixed(min));
    const best = choices.at(-1);
    if (best !== undefined && sizeOf(best.mask) >= demands.samples.count * ENOUGH_SHARE) break;
  }
  return choices;
}

/** Whether autoscaling has a target. A maximum above the minimum is of no use otherwise. */
function isScaled({ scaling }: Service): boolean {
  return Object.values(scaling).some((target) => target !== undefined);
}

/** The fewest instances: two where the tier has two or more, because one may fail. */
function leastInstances({ instances: { min } }: Service): number {
  return Math.min(min, SURVIVES_ONE);
}

function leastOf(size: Service, needed: number): number {
  return Math.max(leastInstances(size), Math.min(size.instances.min, needed));
}

/** Instances that the median of the workload needs, without the bounds of autoscaling. */
function neededInstances(id: string, size: Service, { base, demands }: ChoicesRequest): number {
  const supplied = supplyOfSize(base, id, { ...size, instances: { min: 1, max: MOST_INSTANCES * 2 } });
  if (supplied === undefined) return Number.POSITIVE_INFINITY;
  const use = capacityUse(demands, supplied.form);
  return instancesNeeded(use, demands, supplied.form).find(({ component }) => component === id)?.instances ?? 1;
}

/** The samples in which a component of a form stays below its thresholds, and leaves enough time for the service levels. */
function maskIn(
  form: CapacityForm,
  id: string,
  demands: Demands,
  met?: (form: CapacityForm, uses: readonly ResourceUse[]) => Vector,
): Mask {
  const { uses } = capacityUse(demands, form);
  // The connections that a database accepts follow from the pools of the services, and are checked with the whole design.
  const own = uses.filter(({ component, supply }) => component === id && supply.basis.kind !== 'server-connections');
  const factors = own.map(({ factor }) => factor);
  return maskOf(met === undefined ? factors : [...factors, met(form, own)], demands.samples.count);
}

function keptOf(size: Component, keptIn: ChoicesRequest['keptIn']) {
  return keptIn && ((form: CapacityForm, uses: readonly ResourceUse[]) => keptIn(size, form, uses));
}

/** The smallest number from `least` to `most` that is enough, where more are never less; undefined where none is. */
function fewest(least: number, isEnough: (count: number) => boolean, most = MOST_INSTANCES): number | undefined {
  let high = least;
  while (!isEnough(high)) {
    if (high >= most) return undefined;
    high = Math.min(most, high * 2);
  }
  let low = Math.max(least, Math.floor(high / 2));
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}
