import type { Blueprint } from '../blueprint/blueprint';
import { resolveBlueprint } from '../blueprint/resolve';
import type { InstancesNeeded } from '../capacity/instances';
import { type Candidate, type CostOf, candidateName, type Load } from '../capacity/recommend/candidate';
import type { Question } from '../capacity/recommend/question';
import { offersIn } from '../catalog/offers';
import { mapInterval } from '../core/interval';
import { InputError } from '../core/problems';
import { completeWorkload } from '../model/complete-workload';
import type { Component } from '../model/component';
import { MOST_READ_REPLICAS } from '../model/database';
import { gainedService, servicesWithTierGpu, withGainedService } from '../model/gpu-services';
import type { OptionsInput } from '../model/inputs';
import { Options } from '../model/options';
import { parseInput } from '../model/parse';
import type { Service } from '../model/service';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import type { TargetWorkload } from '../model/workload';
import type { Estimate } from '../pricing/estimate';
import { requireComplete } from '../pricing/require-complete';
import { gpuModelsIn } from '../selection/families';
import { formOfBlueprint } from './capacity-of';
import { costBounds } from './cost-bounds';
import type { Estimator } from './estimated-tier';

/** A system, the workload that it must handle, and the estimator of its tiers. */
export interface QuestionRequest {
  /** The system, with defaults filled in. */
  readonly system: System;
  /** The workload that a tier must handle. */
  readonly targetWorkload: TargetWorkload;
  /** Fixed options. Default: none. GPU and read replicas vary between candidates unless they are fixed here. */
  readonly options?: OptionsInput;
  /** Estimates the blueprints of candidates. */
  readonly estimator: Estimator;
}

/** Read replicas that a candidate may have in addition to those of its tier. */
const MOST_ADDED_REPLICAS = 3;

/** Every tier of a system with its varying options, and the cost of each. Throws an InputError when the options exclude every tier. */
export function questionFor({
  system,
  targetWorkload,
  options = {},
  estimator,
}: QuestionRequest): Pick<Question, 'system' | 'targetWorkload' | 'candidates' | 'costOf' | 'leastUsdOf'> {
  const candidates = candidatesOf(system, options);
  if (candidates.length === 0) {
    throw new InputError('options', [{ path: 'options', reason: 'no tier supports this combination', expected: 'fewer fixed options' }]);
  }
  return { system, targetWorkload, candidates, ...costs(system, options, estimator) };
}

/** Tiers with their varying options. Combinations that a tier or a region does not support are excluded. */
function candidatesOf(system: System, options: OptionsInput): Candidate[] {
  return system.tiers.flatMap((tier, rank) =>
    gpusOf(system, tier, options).flatMap((gpu) => {
      const blueprint = resolvedOrNot(system, tier, { ...options, gpu });
      return blueprint === undefined ? [] : withReplicas(system, tier, rank, gpu, blueprint, options);
    }),
  );
}

/** Whether an operation has a demand on the service that a tier gains with a GPU, and none that replaces it without one. */
function needsGained({ operations, withoutLimit }: System, tier: Tier): boolean {
  const { id: tierId, countsAs = tierId } = tier;
  const id = gainedService(tier)?.id;
  if (id === undefined || Object.hasOwn(tier.components, id)) return false;
  if (withoutLimit.some((each) => 'component' in each && each.component === id)) return false;
  return Object.values(operations).some(({ demands }) =>
    demands.some((demand) => demand.component === id && demand.with !== id && (demand.tiers?.includes(countsAs) ?? true)),
  );
}

/** A GPU model, or none. */
export type Gpu = NonNullable<OptionsInput['gpu']>;

/**
 * The GPUs that a tier may have: the fixed one, or a model that the region has and none. None is left out where a component has GPUs, or
 * an operation needs the service that the tier has only with a GPU.
 */
export function gpusOf(system: System, tier: Tier, { gpu, region }: OptionsInput): Gpu[] {
  if (gpu !== undefined) return [gpu];
  if (tier.gpu === undefined) return ['none'];
  const listed = gpuModelsIn(offersIn(parseInput(Options, { region }, 'options').region).compute);
  const wanted = tier.gpu.default === 'none' ? 't4' : tier.gpu.default;
  const given = [wanted, 'a10g', 'l4', 't4'].find((model) => listed.has(model)) as Gpu | undefined;
  const isNeeded = servicesWithTierGpu(tier).length > 0 || needsGained(system, tier);
  return [...(isNeeded ? [] : (['none'] as const)), ...(given === undefined ? [] : [given])];
}

function resolvedOrNot(system: System, tier: Tier, options: OptionsInput): Blueprint | undefined {
  try {
    return resolveBlueprint(requestOf(system, tier, options));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function requestOf(system: System, tier: Tier, options: OptionsInput) {
  const parsed = parseInput(Options, options, 'options');
  return { system, tier: tier.id, options: parsed, offers: offersIn(parsed.region) };
}

function withReplicas(system: System, tier: Tier, rank: number, gpu: Gpu, blueprint: Blueprint, options: OptionsInput): Candidate[] {
  const own = blueprint.options.readReplicas;
  const open = options.readReplicas === undefined && readsFromReplicas(system, tier);
  const most = open ? Math.min(MOST_READ_REPLICAS, own + MOST_ADDED_REPLICAS) : own;
  return Array.from({ length: most - own + 1 }, (_, added) => {
    const readReplicas = own + added;
    return {
      tier: tier.id,
      rank,
      options: {
        ...(tier.gpu === undefined ? {} : { gpu }),
        ...(readsFromReplicas(system, tier) ? { readReplicas: String(readReplicas) } : {}),
      },
      extras: { gpu: gpu === 'none' ? 0 : 1, readReplicas },
      form: formOfBlueprint(system, { ...blueprint, components: replicated(blueprint, readReplicas) }),
    };
  });
}

/** Only a database with read-only demands gains from read replicas. */
function readsFromReplicas({ operations }: System, { components }: Tier): boolean {
  return Object.values(operations).some(({ demands }) =>
    demands.some(({ component, readOnly }) => readOnly && components[component]?.kind === 'database'),
  );
}

function replicated({ components }: Blueprint, readReplicas: number): Blueprint['components'] {
  return Object.fromEntries(
    Object.entries(components).map(([id, component]) => [
      id,
      component.kind === 'database' && component.deployment === 'managed' ? { ...component, readReplicas } : component,
    ]),
  );
}

/** Costs of candidates under a load, each computed once. Throws an UnpricedError for an incomplete estimate: its total is unknown. */
function costs(system: System, options: OptionsInput, estimator: Estimator): Required<Pick<Question, 'costOf' | 'leastUsdOf'>> {
  const known = new Map<string, ReturnType<CostOf>>();
  const bounds = costBounds();
  return {
    costOf: (candidate, load) => {
      const key = JSON.stringify([candidateName(candidate), load]);
      const before = known.get(key);
      if (before !== undefined) return before;
      const blueprint = blueprintUnder(system, candidate, options, load);
      const estimate = estimator(blueprint);
      const monthlyUsd = completeMonthlyUsd(estimate);
      known.set(key, monthlyUsd);
      const tier = system.tiers.find(({ id }) => id === candidate.tier) as Tier;
      bounds.add(candidate, load.targetWorkload, tier, blueprint, estimate);
      return monthlyUsd;
    },
    leastUsdOf: bounds.leastUsdOf,
  };
}

/** The total of an estimate, US dollars per month. Throws an UnpricedError for an incomplete one: its total is unknown. */
export function completeMonthlyUsd(estimate: Estimate): ReturnType<CostOf> {
  requireComplete(estimate);
  return mapInterval(estimate.monthlyUsd, (amount) => amount.toNumber());
}

/** The blueprint of a candidate under a load: the usage that the load causes, and the instances that it needs. */
function blueprintUnder(system: System, candidate: Candidate, options: OptionsInput, load: Load): Blueprint {
  const tiers = system.tiers.map((tier) => (tier.id === candidate.tier ? underLoad(system, tier, load) : tier));
  const chosen = parseInput(Options, { ...options, ...candidate.options }, 'options');
  return resolveBlueprint({ system: { ...system, tiers }, tier: candidate.tier, options: chosen, offers: offersIn(chosen.region) });
}

/** A tier under a load: the usage that the load causes, and the instances that it needs. */
export function underLoad(system: System, tier: Tier, { targetWorkload, instances }: Load): Tier {
  const components = Object.fromEntries(
    Object.entries(tier.components).map(([id, component]): [string, Component] => [
      id,
      component.kind === 'service' ? expecting(id, component, instances) : component,
    ]),
  );
  const gained = gainedService(tier);
  const under = { ...tier, workload: completeWorkload(system, targetWorkload), components };
  return gained === undefined ? under : withGainedService(under, expecting(gained.id, gained.service, instances));
}

function expecting(id: string, service: Service, instances: readonly InstancesNeeded[]): Service {
  const needed = instances.find((one) => one.component === id)?.instances;
  return needed === undefined ? service : { ...service, instances: { ...service.instances, expected: needed } };
}
