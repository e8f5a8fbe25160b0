import type { Offer } from '../catalog/offer';
import { isBurstable } from '../core/burstable';
import { MIB_PER_GIB } from '../core/data-size';
import { allocatable } from './allocatable';
import { type Choice, chooseCheapest, type Verdict } from './choice';
import type { RejectionReason, Requirement } from './choice-reasons';
import { ChoicesByOffers } from './choices-by-offers';
import { familyOf, OFFERED_FAMILIES } from './families';
import { type Demand, eachFits, instancesForRuns, type Run, runsOf, type Supply } from './instances-for-services';
import { type NodeCharges, nodesHourlyUsd } from './node-charges';
import { taskInterfaces } from './task-interfaces';

/** Requirement on a node pool: the instances of services that it must run. */
export interface NodesRequirement {
  /** Resources of each instance that the nodes must run; one entry per instance. */
  readonly demands: { readonly min: readonly Demand[]; readonly expected: readonly Demand[]; readonly max: readonly Demand[] };
  /** Demands of which one at a time comes on top of `max`, while tasks are replaced. Default: none. */
  readonly surges?: readonly Demand[];
  /** The fewest nodes of the pool. */
  readonly minNodes: number;
  /** Maximum number of nodes: 1 for the single-host topology, where everything must fit on one host. Absent: no limit. */
  readonly maxNodes?: number;
  /** Processor architecture of the container images. */
  readonly architecture: 'amd64' | 'arm64';
  /** Whether burstable types are candidates. */
  readonly burstable: boolean;
  /** Whether each task has a network interface, of which an instance has few. Default: false. */
  readonly tasksHaveInterfaces?: boolean;
  /** GPU model that each node must have. Absent: no GPU. */
  readonly gpuModel?: string;
  /** Scheduler of the instances, which determines the reserved resources of a node. Default: ECS. */
  readonly scheduler?: 'ecs' | 'kubernetes';
  /** Charges of the nodes on top of their hours. Default: none. */
  readonly charges?: NodeCharges;
  /** Pinned type, which is then the only candidate, regardless of its family. */
  readonly instanceType?: string;
}

/** The instance type of a pool, and how many nodes it needs. */
export interface ChosenNodes {
  /** The chosen instance type with its shape and price. */
  readonly offer: Offer;
  /** Number of nodes. */
  readonly nodes: { readonly min: number; readonly expected: number; readonly max: number };
}

/**
 * Share of the nominal memory of a node that the kernel and firmware reserve: up to 5%, as `MemTotal` on Nitro instances shows.
 * The scheduler gets the rest without the memory of the agent and the system.
 * Source: Amazon ECS developer guide, "Reserving Amazon ECS Linux container instance memory".
 */
const KERNEL_MEMORY_SHARE = 0.05;
/** Memory of a node that the ECS agent and the system use, MiB. */
const SYSTEM_RESERVED_MIB = 256;

/** The CPU and memory of a node that tasks or pods can use. */
export function schedulable(offer: Pick<Offer, 'vcpu' | 'memoryGib' | 'gpu'>): Supply {
  return {
    vcpu: offer.vcpu,
    memoryMib: Math.floor(offer.memoryGib * MIB_PER_GIB * (1 - KERNEL_MEMORY_SHARE)) - SYSTEM_RESERVED_MIB,
    gpus: offer.gpu?.count ?? 0,
  };
}

/** A recommendation repeats the same choices for each GPU option. */
const choices = new ChoicesByOffers<Choice<ChosenNodes>>();

/** The type whose nodes run the expected load at the lowest cost, with their root volumes, public addresses and CPU credits. Throws NoOffer when no type can. */
export function chooseNodes(requirement: NodesRequirement, offers: readonly Offer[]): Choice<ChosenNodes> {
  return choices.of(requirement, offers, () => cheapestNodes(requirement, offers));
}

/** A type that runs the instances. Only the number of nodes that decides its price is computed for every type. */
interface Candidate {
  readonly offer: Offer;
  /** Resources of a node. */
  readonly supply: Supply;
  /** Number of nodes for the expected load. */
  readonly expected: number;
}

/** The demands of a requirement as runs of the same size. */
interface Runs {
  readonly min: readonly Run[];
  readonly expected: readonly Run[];
  readonly max: readonly Run[];
  /** Those of `max` with each surge. */
  readonly rolling: readonly { readonly surge: readonly Run[]; readonly all: readonly Run[] }[];
}

function runsIn({ demands: { min, expected, max }, surges = [] }: NodesRequirement): Runs {
  const most = runsOf(max);
  const rolling = surges.map((surge) => ({ surge: runsOf([surge]), all: [...most, { demand: surge, count: 1 }] }));
  return { min: runsOf(min), expected: runsOf(expected), max: most, rolling };
}

function cheapestNodes(requirement: NodesRequirement, offers: readonly Offer[]): Choice<ChosenNodes> {
  const runs = runsIn(requirement);
  const excluded = exclusionOf(requirement);
  const choice = chooseCheapest(
    requirementOf(requirement),
    offers,
    (offer) => {
      const reason = excluded(offer);
      return reason === undefined ? judge(offer, requirement, runs) : { reason };
    },
    ({ offer, expected }) => ({ kind: 'nodes', nodes: expected, hourlyUsd: offer.hourlyUsd }),
  );
  const { offer, supply, expected } = choice.winner;
  const min = Math.max(nodesFor(runs.min, supply), requirement.minNodes);
  return { ...choice, winner: { offer, nodes: { min, expected, max: mostNodes(runs, requirement, supply) } } };
}

function judge(offer: Offer, requirement: NodesRequirement, runs: Runs): Verdict<Candidate> {
  const { minNodes, maxNodes, charges } = requirement;
  const supply = supplyOf(offer, requirement);
  const isLargeEnough = [runs.min, runs.expected, runs.max].every((each) => eachFits(each, supply));
  if (!isLargeEnough) return { reason: tooSmall(requirement, supply) };
  if (maxNodes !== undefined && nodesFor(runs.max, supply) > maxNodes) return { reason: { kind: 'too-many-nodes', maxNodes } };
  const expected = Math.max(nodesFor(runs.expected, supply), minNodes);
  return {
    candidate: { offer, supply, expected },
    hourlyUsd: nodesHourlyUsd(expected, offer, charges),
    // Fewer nodes are less to start and replace. Otherwise the maximum decides.
    tieBreak: [() => expected, () => nodesHourlyUsd(mostNodes(runs, requirement, supply), offer, charges)],
  };
}

function supplyOf(offer: Offer, { scheduler, tasksHaveInterfaces = false }: NodesRequirement): Supply {
  if (scheduler === 'kubernetes') return allocatable(offer);
  return { ...schedulable(offer), ...(tasksHaveInterfaces && { copies: taskInterfaces(offer.type) }) };
}

/** Nodes for the maximum of every service, and while the tasks of one are replaced. A task that is larger than a node adds none. */
function mostNodes({ max, rolling }: Runs, { minNodes }: NodesRequirement, supply: Supply): number {
  const whileRolling = rolling.filter(({ surge }) => eachFits(surge, supply)).map(({ all }) => nodesFor(all, supply));
  return Math.max(nodesFor(max, supply), ...whileRolling, minNodes);
}

function nodesFor(runs: readonly Run[], supply: Supply): number {
  const nodes = instancesForRuns(runs, supply);
  if (nodes === undefined) throw new Error('an instance is larger than the node that it was fitted to');
  return nodes;
}

/** Why a requirement excludes an offer. Offers that are excluded for one reason share it, because there are over a thousand. */
function exclusionOf(requirement: NodesRequirement): (offer: Offer) => RejectionReason | undefined {
  const { instanceType, gpuModel, architecture, burstable } = requirement;
  const notPinned: RejectionReason = { kind: 'not-pinned' };
  const familyNotOffered: RejectionReason = { kind: 'family-not-offered' };
  const bareMetal: RejectionReason = { kind: 'bare-metal' };
  const gpuMissing: RejectionReason | undefined = gpuModel === undefined ? undefined : { kind: 'gpu-missing', gpuModel };
  const gpuUnused: RejectionReason = { kind: 'gpu-unused' };
  const otherArchitecture: RejectionReason = { kind: 'other-architecture', required: architecture };
  const burstableExcluded: RejectionReason = { kind: 'burstable-excluded' };
  return (offer) => {
    if (instanceType !== undefined) return offer.type === instanceType ? undefined : notPinned;
    if (!OFFERED_FAMILIES.compute.has(familyOf(offer.type))) return familyNotOffered;
    if (offer.type.includes('metal')) return bareMetal;
    if (gpuMissing !== undefined && offer.gpu?.model !== gpuModel) return gpuMissing;
    if (gpuModel === undefined && offer.gpu !== undefined) return gpuUnused;
    // GPU instances of the candidate families have x86 processors only.
    if (gpuModel === undefined && offer.architecture !== architecture) return otherArchitecture;
    if (!burstable && isBurstable(offer.type)) return burstableExcluded;
    return undefined;
  };
}

const RESOURCES = ['gpus', 'vcpu', 'memoryMib'] as const;

/** The resource that an empty node lacks for the first instance that does not fit. */
function tooSmall({ demands }: NodesRequirement, supply: Supply): RejectionReason {
  for (const demand of demands.max) {
    const resource = RESOURCES.find((key) => demand[key] > supply[key]);
    if (resource !== undefined) {
      return { kind: 'too-small-for-instance', resource, allocatable: supply[resource], required: demand[resource] };
    }
  }
  return { kind: 'no-free-pods' };
}

function requirementOf({ demands, gpuModel, minNodes, maxNodes, architecture, instanceType }: NodesRequirement): Requirement {
  const { expected } = demands;
  return {
    kind: 'nodes',
    instances: expected.length,
    vcpu: expected.reduce((sum, demand) => sum + demand.vcpu, 0),
    memoryGib: expected.reduce((sum, demand) => sum + demand.memoryMib, 0) / MIB_PER_GIB,
    gpus: expected.reduce((sum, demand) => sum + demand.gpus, 0),
    ...(gpuModel === undefined ? {} : { gpuModel }),
    minNodes,
    ...(maxNodes === undefined ? {} : { maxNodes }),
    architecture,
    ...(instanceType === undefined ? {} : { pinnedType: instanceType }),
  };
}
