import type { Blueprint } from '../blueprint/blueprint';
import { resolveBlueprint } from '../blueprint/resolve';
import { capacityFormOf } from '../blueprint/supplies';
import { Demands } from '../capacity/demand';
import { Samples } from '../capacity/samples';
import type { CapacityForm } from '../capacity/supply';
import { capacityUse, type ResourceUse } from '../capacity/utilization';
import { MOST_RDS_STORAGE_GIB } from '../core/gp3';
import { InputError } from '../core/problems';
import { completeWorkload } from '../model/complete-workload';
import type { Component } from '../model/component';
import { gainedService } from '../model/gpu-services';
import { averageLoad } from '../model/monthly-averages';
import type { Service } from '../model/service';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import { type ChoicesRequest, type ComponentChoices, choicesOf } from './choices';
import type { Design, DesignRequest, DesignResult } from './design';
import type { Priced } from './exchange';
import { type Mask, maskOf, sizeOf } from './mask';
import { type NodePrices, nodePricesOf } from './node-prices';
import { type Choices, type Sized, select } from './select';
import { type Shortage, settingsTooSmall, sizesTooSmall } from './shortage';
import { type DesignBase, withComponent } from './size-supply';
import { costBound } from './sized-usd';
import { sizesOf } from './sizes';
import { storedGib } from './stored-data';
import { timesStored, timesWorkload } from './times-workload';

/**
 * Share of the samples above the required one. The samples are a draw: a design that just reaches 90% of one draw falls below
 * it in others. Three times the standard error of a share of 90% of 10,000 samples is 0.9%; Latin hypercube samples need about half of it.
 */
const MARGIN = 0.005;

/** Attempts to find a design that also fits where components depend on each other, such as pools of services and a database. */
const MOST_ATTEMPTS = 20;

/** Attempts that require as many more samples as the last one missed. Later ones double it: sizes can miss one sample again and again. */
const EXACT_ATTEMPTS = 10;

function multipleAfter(attempt: number): number {
  return 2 ** Math.max(0, attempt + 1 - EXACT_ATTEMPTS);
}

/** Start of a search. */
export interface Search {
  /** The request. */
  readonly request: DesignRequest;
  /** The tier that it starts from. */
  readonly start: DesignBase;
  /** Demands of the workload. */
  readonly demands: Demands;
  /** Prices of nodes. */
  readonly prices: NodePrices;
  /** Ids of the components that have sizes. */
  readonly ids: readonly string[];
  /** Number of samples that must be handled. */
  readonly exact: number;
}

/** Sizes that handle the workload. */
export interface SizesFound {
  /** The design. */
  readonly design: Design;
  /** The size of each component. */
  readonly chosen: readonly Sized<Component>[];
  /** The sizes that were searched, of each component. */
  readonly choices: readonly Choices<Component>[];
}

/** No sizes handle the workload. */
export type NoSizes = Exclude<DesignResult, { readonly design: Design }>;

/** The start of a search. Throws an InputError where the tier does not support the options. */
export function searchFor(request: DesignRequest): Search {
  const { system, targetWorkload, confidence, simulation = {} } = request;
  const start = baseOf(request);
  const { demands = new Demands(system, targetWorkload, new Samples(simulation)) } = request;
  const { count } = demands.samples;
  const prices = nodePricesOf(start.tier, start.blueprint, start.offers);
  const exact = Math.min(count, Math.ceil(Math.min(1, confidence + MARGIN) * count));
  return { request, start, demands, prices, ids: sizedIds(start), exact };
}

/**
 * The cheapest sizes below all thresholds, of those that leave each component enough time for the service levels. Where a database does not
 * accept the connections of the services, it gets larger or the services open fewer, whichever costs less. Throws an InputError where the
 * load of a component is unknown, and where no sizes fit together.
 */
export function searchSizes(search: Search, keptIn?: ChoicesRequest['keptIn']): SizesFound | NoSizes {
  const { request, start, demands, prices, ids, exact } = search;
  const pools: LargePool[] = [];
  const ends: Ended[] = [];
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const choices = choicesByComponent(request, start, ids, { base: start, demands, prices, required: exact, keptIn }, pools);
    const end = fittingSizes(search, choices);
    ends.push(end);
    if (end.tooManyOf === undefined) break;
    pools.push(end.tooManyOf);
  }
  const found = ends.flatMap(({ ended }) => ('design' in ended ? [ended] : []));
  const [cheapest] = found.sort((left, right) => usdOf(left.design) - usdOf(right.design));
  if (cheapest !== undefined) return cheapest;
  const [{ ended }] = ends as [Ended];
  if ('error' in ended) throw ended.error;
  return ended as NoSizes;
}

/** Cost of the sizes of a design, US dollars per month: that of its nodes, or of the parts of nodes where no blueprint has the nodes. */
export function usdOf({ bound, searchedUsd }: Design): number {
  return bound?.sizedUsd ?? searchedUsd;
}

/** A size of a service whose instances open more connections than a database accepts. */
interface LargePool {
  /** Id of the service. */
  readonly id: string;
  /** Its size. */
  readonly size: Service;
}

function opensAsMany({ id, size }: LargePool, otherId: string, other: Component): boolean {
  return id === otherId && other.kind === 'service' && other.vcpu === size.vcpu && other.databasePool === size.databasePool;
}

/** The end of a search. */
interface Ended {
  /** The cheapest sizes, or why there are none. */
  readonly ended: SizesFound | NoSizes | Unfit;
  /** Where a database did not accept the connections of the first selection: the service that opens the most of them. */
  readonly tooManyOf: LargePool | undefined;
}

/** The service that opens the most connections of the databases that do not fit; undefined for other components. */
function largestClient({ ids }: Search, chosen: readonly Sized<Component>[], unfit: readonly string[]): LargePool | undefined {
  const databases = unfit.filter((id) => chosen[ids.indexOf(id)]?.size.kind === 'database');
  const clients = chosen.flatMap(({ size }, index): LargePool[] => {
    if (size.kind !== 'service' || size.databasePool === 0 || !size.uses.some((id) => databases.includes(id))) return [];
    return [{ id: ids[index] ?? '', size }];
  });
  const opened = ({ size }: LargePool) => size.databasePool * size.instances.max;
  return clients.sort((left, right) => opened(right) - opened(left))[0];
}

function fittingSizes(search: Search, choices: readonly ComponentChoices[]): Ended {
  const { request, start, demands, ids, exact } = search;
  const { count } = demands.samples;
  const unsized = unsizedUses(start, ids, demands);
  const rest = restOf(unsized, count);
  const excluded = new Set<string>();
  let required = exact;
  let unfit: Unfit | undefined;
  let tooManyOf: LargePool | undefined;
  let short: readonly Shortage[] = [];
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const isAllowed = (index: number, { size }: Sized<Component>) => !excluded.has(keyOf(ids[index] ?? '', size));
    const allowed = choices.map(({ useful }, index) => useful.filter((one) => isAllowed(index, one)));
    const selection = select(allowed, rest, required);
    if (selection === undefined) break;
    const design = designOf(request, start, ids, selection.chosen, demands);
    if ('error' in design) {
      unfit = design;
      const components = ids.filter((id) => design.error.problems.some(({ path }) => path.startsWith(`components.${id}`)));
      if (components.length === 0) break;
      tooManyOf ??= largestClient(search, selection.chosen, components);
      for (const id of components) excluded.add(keyOf(id, (selection.chosen[ids.indexOf(id)] as Sized<Component>).size));
    } else if (design.handled >= exact) {
      const { chosen } = selection;
      const all = choices.map(({ useful, forNodes }, index) => [...useful, ...forNodes].filter((one) => isAllowed(index, one)));
      return { tooManyOf, ended: { design: costed(search, design, all, chosen), chosen, choices: all } };
    } else {
      short = settingsTooSmall(design.design.uses, exact, count);
      required = Math.min(count, required + (exact - design.handled) * multipleAfter(attempt));
    }
  }
  const useful = choices.map((one) => one.useful);
  // No size removes the last reason why the components do not fit together.
  if (unfit !== undefined) return { tooManyOf, ended: unfit };
  const shortages =
    short.length > 0
      ? short
      : [...sizesTooSmall(ids, useful, count, exact).map((one) => ofData(search, one)), ...settingsTooSmall(unsized, exact, count)];
  return { tooManyOf, ended: { shortages, missed: [] } };
}

/** The shortage of a database whose data is larger than any storage; others are as they are. */
function ofData({ request: { system, base, targetWorkload }, start: { tier } }: Search, shortage: Shortage): Shortage {
  const component = componentOf(tier, shortage.component);
  if (component.kind !== 'database') return shortage;
  const neededGib = storedGib(component.storageGib, timesStored({ system, base, targetWorkload }, shortage.component));
  return neededGib <= MOST_RDS_STORAGE_GIB ? shortage : { ...shortage, resource: 'storage', neededGib };
}

/** The design with other sizes than those that were found; undefined where they do not fit together or do not handle the workload. */
export function withSizes(
  search: Search,
  { choices }: Pick<SizesFound, 'choices'>,
  chosen: readonly Priced<Component>[],
): Design | undefined {
  const { request, start, ids, demands, exact } = search;
  const design = designOf(request, start, ids, chosen, demands);
  return 'error' in design || design.handled < exact ? undefined : costed(search, design, choices, chosen);
}

/** The same sizes with the fewest instances that handle the workload together; as they are where components depend on each other. */
export function withFewestInstances(search: Search, found: SizesFound): SizesFound {
  const { start, demands, prices, ids, exact } = search;
  const request = { base: start, demands, prices, required: exact };
  const choices = found.chosen.map((own, index) => {
    const id = ids[index] ?? '';
    return own.size.kind === 'service' ? choicesOf(id, [own.size], request).useful : [own];
  });
  const selection = select(choices, restOf(unsizedUses(start, ids, demands), demands.samples.count), exact);
  const design = selection && withSizes(search, found, selection.chosen);
  return selection === undefined || design === undefined ? found : { ...found, design, chosen: selection.chosen };
}

function costed(
  { start, prices, ids, exact }: Search,
  { design }: Checked,
  choices: readonly Choices<Component>[],
  chosen: readonly Priced<Component>[],
): Design {
  const bound = costBound({ blueprint: design.blueprint, offers: start.offers, prices, ids, choices, required: exact, chosen });
  const searchedUsd = chosen.reduce((sum, { midUsd }) => sum + midUsd, 0);
  return { ...design, ...(bound === undefined ? {} : { bound }), searchedUsd };
}

function choicesByComponent(
  { system, base, options, targetWorkload }: DesignRequest,
  { tier }: DesignBase,
  ids: readonly string[],
  request: ChoicesRequest,
  tooLarge: readonly LargePool[],
): ComponentChoices[] {
  const compared = { system, base, targetWorkload };
  const timesBase = timesWorkload(compared);
  return ids.map((id) => {
    const sizes = sizesOf(componentOf(tier, id), {
      id,
      base: tier,
      tiers: system.tiers,
      timesBase,
      timesStored: timesStored(compared, id),
      readsFromReplicas: readsFromReplicas(system, id),
      usesStorage: usesStorage(system, id),
      ...(options.readReplicas === undefined ? {} : { readReplicas: options.readReplicas }),
    });
    const fewer = sizes.filter((size) => !tooLarge.some((pool) => opensAsMany(pool, id, size)));
    return choicesOf(id, fewer, request);
  });
}

function baseOf({ system, base, id, options, offers, targetWorkload }: DesignRequest): DesignBase {
  const tier: Tier = {
    ...withoutPublished(base),
    id,
    countsAs: base.countsAs ?? base.id,
    description: '',
    workload: completeWorkload(system, targetWorkload),
  };
  return {
    tier,
    blueprint: resolved({ system, options, offers }, tier),
    offers,
    averageLoad: averageLoad(system, tier.workload).mid,
  };
}

/** Figures of a document are those of the tier that it describes. */
function withoutPublished({ published: _published, ...tier }: Tier): Tier {
  return tier;
}

function resolved({ system, options, offers }: Pick<DesignRequest, 'system' | 'options' | 'offers'>, tier: Tier): Blueprint {
  const others = system.tiers.filter(({ id }) => id !== tier.id);
  return resolveBlueprint({ system: { ...system, tiers: [...others, tier] }, tier: tier.id, options, offers });
}

const SIZED: readonly Component['kind'][] = ['service', 'database', 'cache', 'document-store', 'vector-store'];

function sizedIds({ blueprint }: DesignBase): string[] {
  return Object.values(blueprint.components)
    .filter(({ kind }) => SIZED.includes(kind))
    .map(({ id }) => id);
}

function componentOf(tier: Tier, id: string): Component {
  const gained = gainedService(tier);
  const component = gained?.id === id ? gained.service : tier.components[id];
  if (component === undefined) throw new Error(`the tier has no component ${id}`);
  return component;
}

function readsFromReplicas({ operations }: System, id: string): boolean {
  return Object.values(operations).some(({ demands }) => demands.some(({ component, readOnly }) => readOnly && component === id));
}

function usesStorage({ operations }: System, id: string): boolean {
  return Object.values(operations).some(({ demands }) =>
    demands.some(({ component, resource }) => component === id && (resource === 'iops' || resource === 'throughput')),
  );
}

/** Uses of components without sizes, such as a queue with a limit. */
function unsizedUses({ tier, blueprint }: DesignBase, sized: readonly string[], demands: Demands): ResourceUse[] {
  return ownUses(capacityFormOf(blueprint, tier), demands).filter(({ component }) => !sized.includes(component));
}

function restOf(unsized: readonly ResourceUse[], count: number): Mask {
  return maskOf(
    unsized.map(({ factor }) => factor),
    count,
  );
}

/** Uses of all resources but those of external services. */
function ownUses(form: CapacityForm, demands: Demands): readonly ResourceUse[] {
  return capacityUse(demands, form).uses.filter(({ component }) => !form.externals.includes(component));
}

/** Why an external service does not limit a design. */
const AGREEMENT = { kind: 'stated', reason: 'its limits are agreements with its provider' } as const;

interface Checked {
  readonly design: Omit<Design, 'bound' | 'searchedUsd'>;
  readonly handled: number;
}

/** Why components do not fit together. */
interface Unfit {
  readonly error: InputError;
}

/** A size without its number of instances or replicas, which do not change whether components fit together. */
export function keyOf(id: string, size: Component): string {
  return JSON.stringify([id, { ...size, instances: undefined, readReplicas: undefined }]);
}

/** The design with its blueprint, or the paths of the components that do not fit together. */
function designOf(
  request: DesignRequest,
  { tier: start }: DesignBase,
  ids: readonly string[],
  chosen: readonly Priced<Component>[],
  demands: Demands,
): Checked | Unfit {
  const tier = ids.reduce((sized, id, index) => withComponent(sized, id, (chosen[index] as Priced<Component>).size), start);
  const blueprint = blueprintOrError(() => resolved(request, tier));
  if (blueprint instanceof InputError) return { error: blueprint };
  const form = capacityFormOf(blueprint, tier);
  const all = capacityUse(demands, form).uses;
  const uses = all.filter(({ component }) => !form.externals.includes(component));
  const handled = sizeOf(
    maskOf(
      uses.map(({ factor }) => factor),
      demands.samples.count,
    ),
  );
  const externals = all.filter(({ component }) => form.externals.includes(component));
  const own: CapacityForm = {
    ...form,
    supplies: form.supplies.filter(({ component }) => !form.externals.includes(component)),
    withoutLimit: [...form.withoutLimit, ...form.externals.map((component) => ({ component, reason: AGREEMENT }))],
  };
  return { design: { tier, blueprint, demands, form: own, uses, externals }, handled };
}

function blueprintOrError(resolve: () => Blueprint): Blueprint | InputError {
  try {
    return resolve();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}
