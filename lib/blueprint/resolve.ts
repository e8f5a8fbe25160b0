import type { Offers } from '../catalog/offer';
import { InputError, notOneOf, type Problem, shown } from '../core/problems';
import type { Component } from '../model/component';
import { gainedService, ownGpuOf, servicesWithGpus, servicesWithTierGpu } from '../model/gpu-services';
import { GPU_MODELS, type GpuModel, type Options, type Region } from '../model/options';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import { gpuModelsIn } from '../selection/families';
import { accessWarnings } from './access-warnings';
import { alarmsOf } from './alarms';
import type { Blueprint, ResolvedOptions } from './blueprint';
import { resolveBucket } from './bucket';
import { resolveCache } from './cache';
import { resolveCdn } from './cdn';
import { computeOf, type PlatformOptions, withPlatform } from './compute';
import { connectionWarnings } from './connection-warnings';
import type { Place, Resolving } from './context';
import { resolveDatabase } from './database';
import { resolveDocumentStore } from './document-store';
import { resolveExternal } from './external';
import { largerTaskWarnings } from './fargate-warnings';
import { formOf, isDatabase } from './form';
import { gpuModelsOf } from './gpu-model';
import { idlePools } from './idle-pools';
import { resolveLoadBalancer } from './load-balancer';
import { resolveNodePool } from './node-pool';
import { partsOf } from './parts';
import { platformProblems } from './platform';
import { poolInstancesProblems } from './pool-instances';
import { resolveQueue } from './queue';
import { borrowedPriceWarnings, gpuWarnings } from './region-warnings';
import { resolveRegions } from './regions';
import type { ResolvedComponent } from './resolved-component';
import { restored } from './restore';
import { resolveService } from './service';
import { shardCountProblems } from './shard-counts';
import { tasksHaveInterfaces } from './shared-groups';
import { certificateIn, regionProblems, standbyOptions, standbyTier } from './standby';
import { clusterTradeOffs, recoveryWarnings, standbyWarnings } from './standby-warnings';
import { storageWarnings } from './storage-warnings';
import { subnetZonesOf, zoneProblems } from './subnet-zones';
import { unprotectedDatabaseProblems } from './unprotected-databases';
import { usageOf } from './usage';
import { resolveVectorStore } from './vector-store';

/** A tier of a system with options. */
export interface BlueprintRequest {
  /** The system, validated. */
  readonly system: System;
  /** Id of the tier. */
  readonly tier: string;
  /** The options, validated. */
  readonly options: Options;
  /** Instance types and prices of the primary region. */
  readonly offers: Offers;
}

/**
 * Resolves a tier with its options: chooses instance types, sets counts, derives usage, and checks the combination. Throws an InputError with every problem found.
 */
export function resolveBlueprint({ system, tier: tierId, options: given, offers }: BlueprintRequest): Blueprint {
  const written = tierOf(system, tierId);
  const onPlatform = withPlatform(system, given);
  const options = { ...onPlatform, compute: computeOf(system, written, onPlatform) };
  const tier = withNatGateways(written, system, options);
  const regions = resolveRegions(tier, options.region);
  refuse(system, tier, regionProblems(tier, options, regions?.secondaries ?? []));
  const primaryOptions = { ...options, ...certificateOf(certificateIn(options, options.region)) };
  if (tier.regions === undefined || regions === undefined) return deepFreeze(resolveIn({ system, tier, options: primaryOptions, offers }));
  const { secondaries } = regions;
  const inClusters = options.platform === 'kubernetes';
  const dataStores = clusterDefaults(system, options);
  const replicates = inClusters
    ? tier.regions.replicates.filter((id) => isCopied(tier.components[id], dataStores))
    : tier.regions.replicates;
  const primary = resolveIn({ system, tier, options: primaryOptions, offers, place: { replicates, copiedTo: secondaries } });
  const standbys = secondaries.map((region, index) => {
    const standby = resolveIn({
      system,
      tier: standbyTier(tier, system),
      options: { ...standbyOptions({ ...options, ...dataStores }, region), platform: options.platform, compute: options.compute },
      offers: offersElsewhere(offers, region),
      place: { replicates, copiedTo: [], primary: options.region },
    });
    return {
      ...standby,
      components: withoutExternals(standby.components),
      ...(inClusters ? {} : { regions }),
      stackName: `${primary.stackName}-${region}`,
      standsBy: { primary: options.region, rank: index + 1 },
    };
  });
  if (inClusters)
    return deepFreeze({ ...primary, standbys, tradeOffs: [...primary.tradeOffs, ...clusterTradeOffs(primary, secondaries, replicates)] });
  return deepFreeze({
    ...primary,
    regions,
    standbys,
    warnings: [...primary.warnings, ...recoveryWarnings(regions.recovery), ...standbyWarnings(primary, secondaries)],
  });
}

/** Costs of external services are counted once, with the primary region. */
function withoutExternals(components: Blueprint['components']): Blueprint['components'] {
  return Object.fromEntries(Object.entries(components).filter(([, { kind }]) => kind !== 'external'));
}

function certificateOf(certificate: string | undefined): Pick<Options, 'certificate'> {
  return certificate === undefined ? {} : { certificate };
}

function offersElsewhere({ elsewhere }: Offers, region: Region): Offers {
  if (elsewhere === undefined) throw new Error(`offers of ${region} are needed, and these are of one region`);
  return elsewhere(region);
}

/** Options with the platform of the system and the compute of the tier. */
type TierOptions = PlatformOptions & Required<Pick<Options, 'compute'>>;

interface ResolveRequest extends Omit<BlueprintRequest, 'tier' | 'options'> {
  readonly tier: Tier;
  readonly options: TierOptions;
  readonly place?: Place;
}

function resolveIn({ system, tier, options, offers, place }: ResolveRequest): Blueprint {
  const resolvedOptions = withTierDefaults(system, tier, options, offers);
  refuse(system, tier, optionProblems(system, tier, resolvedOptions, offers));
  const { components, tradeOffs } = formOf(tier, resolvedOptions);
  const resolving: Resolving = {
    tier,
    system,
    options: resolvedOptions,
    tasksHaveInterfaces: tasksHaveInterfaces(system, options),
    offers,
    components,
    fixedNames: new Set(system.tiers.flatMap((each) => each.regions?.replicates ?? [])),
    ...(place === undefined ? {} : { place }),
    choices: [],
    problems: [],
  };
  const {
    components: resolved,
    problems,
    warnings,
  } = restored(
    Object.fromEntries(Object.entries(components).map(([id, component]) => [id, resolveComponent(id, component, resolving)])),
    options.restoreFrom,
  );
  refuse(system, tier, [
    ...poolInstancesProblems(resolvedOptions, components),
    ...shardCountProblems(resolvedOptions, resolved),
    ...unprotectedDatabaseProblems(resolvedOptions, resolved),
    ...resolving.problems,
    ...problems,
  ]);
  const network = {
    region: options.region,
    subnetZones: subnetZonesOf(options, offers),
    natGateways: resolvedOptions.topology === 'single-host' ? 0 : tier.network.natGateways,
    tasksHaveInterfaces: resolving.tasksHaveInterfaces,
  };
  return {
    system: { id: system.id, name: system.name, ...(system.source !== undefined && { source: system.source }) },
    tier: { id: tier.id, description: tier.description },
    options: resolvedOptions,
    stackName: `${system.id}-${options.environment}`,
    network,
    components: resolved,
    idlePools: idlePools(system, resolved),
    workload: tier.workload,
    usage: usageOf({ tier, system, components: resolved, options: resolvedOptions, ...(place !== undefined && { place }) }),
    choices: resolving.choices,
    alarms: alarmsOf(system),
    ...(tier.published !== undefined && { published: tier.published }),
    parts: partsOf(tier),
    contradictions: system.contradictions.filter(({ tiers }) => tiers === undefined || tiers.includes(tier.id)),
    tradeOffs,
    warnings: [
      ...gpuWarnings(tier, options, resolvedOptions),
      ...borrowedPriceWarnings(components, offers),
      // Once, in the primary region: standby regions have the same components and options.
      ...(place?.primary === undefined
        ? [
            ...connectionWarnings(tier),
            ...storageWarnings(system, tier, resolved),
            ...largerTaskWarnings(tier, resolved),
            ...accessWarnings(resolved, resolvedOptions, network),
          ]
        : []),
      ...warnings,
    ],
  };
}

function tierOf(system: System, id: string): Tier {
  const tier = system.tiers.find((candidate) => candidate.id === id);
  if (tier !== undefined) return tier;
  throw new InputError(`system ${system.id}`, [
    notOneOf(
      'tier',
      id,
      system.tiers.map((candidate) => candidate.id),
    ),
  ]);
}

/**
 * The tier with the NAT gateways of the option. The default is at least one on EKS, where without it the function that applies
 * objects runs outside of the VPC, so that the API endpoint accepts every address; and on ECS where tasks have a network interface
 * each, because without it they cannot reach the internet.
 */
function withNatGateways(tier: Tier, system: System, options: Options): Tier {
  const { natGateways = Math.max(tier.network.natGateways, options.platform === 'eks' || tasksHaveInterfaces(system, options) ? 1 : 0) } =
    options;
  return { ...tier, network: { ...tier.network, natGateways } };
}

function refuse(system: System, tier: Tier, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InputError(`tier ${system.id}/${tier.id}`, problems);
}

function withTierDefaults(system: System, tier: Tier, options: TierOptions, offers: Offers): ResolvedOptions {
  const database = Object.values(tier.components).find(isDatabase);
  const cache = Object.values(tier.components).find((component) => component.kind === 'cache');
  return {
    ...options,
    gpu: options.gpu ?? defaultGpu(tier, offers),
    highAvailability: options.highAvailability ?? tier.highAvailability,
    cacheEngine: options.cacheEngine ?? cache?.engine ?? 'redis',
    readReplicas: options.readReplicas ?? database?.readReplicas ?? 0,
    ...clusterDefaults(system, options),
  };
}

/** Data stores in clusters that replicate to another cluster: only CloudNativePG, from the object storage of its backups. */
function isCopied(component: Component | undefined, { dataStores }: Pick<Options, 'dataStores'>): boolean {
  return component?.kind === 'database' && component.engine === 'postgres' && dataStores === 'operator';
}

/**
 * Options of clusters with their defaults; on ECS the given ones, which are rejected. The operator of data stores is the same in
 * all tiers of a system, because a different form is a different server without the data.
 */
function clusterDefaults({ tiers }: System, { platform, dataStores, entry }: Options): Pick<Options, 'dataStores' | 'entry'> {
  if (platform === 'ecs') return {};
  const inCluster = tiers.some(({ highAvailability }) => highAvailability) ? 'operator' : 'statefulset';
  return { dataStores: dataStores ?? (platform === 'eks' ? 'managed' : inCluster), entry: entry ?? 'gateway' };
}

/** Replacements for GPU models that a region does not list, the nearest in speed first. */
const GPU_SUBSTITUTES: readonly GpuModel[] = ['a10g', 'l4', 't4'];

function defaultGpu(tier: Tier, offers: Offers): ResolvedOptions['gpu'] {
  const wanted = tier.gpu?.default ?? 'none';
  const sold = gpuModelsIn(offers.compute);
  return wanted === 'none' || sold.has(wanted) ? wanted : (GPU_SUBSTITUTES.find((model) => sold.has(model)) ?? 'none');
}

/** Options that are valid alone, but not together or not for this tier. */
function optionProblems(system: System, tier: Tier, options: ResolvedOptions, offers: Offers): Problem[] {
  const problems: Problem[] = [...platformProblems(options, tier), ...zoneProblems(options, offers)];
  if (options.topology === 'single-host' && options.platform === 'ecs') {
    if (!tier.singleHost) {
      const offering = system.tiers.filter((candidate) => candidate.singleHost).map((candidate) => candidate.id);
      const where =
        offering.length === 0 ? `no tier of ${system.id} offers single-host` : `single-host is offered by ${offering.join(', ')}`;
      problems.push({ path: 'topology', received: '"single-host"', expected: `managed for tier ${tier.id}; ${where}` });
    }
    if (options.compute === 'fargate') problems.push({ path: 'compute', received: '"fargate"', expected: 'ec2 with topology=single-host' });
    if (options.certificate !== undefined) {
      problems.push({
        path: 'certificate',
        reason: 'a certificate is given',
        expected: 'no certificate with topology=single-host: it has no load balancer',
      });
    }
  }
  const withGpus = servicesWithGpus(tier);
  const withTierGpu = servicesWithTierGpu(tier);
  if (options.gpu === 'none' && withTierGpu.length > 0) {
    problems.push({
      path: 'gpu',
      received: shown(options.gpu),
      expected: `a GPU model: ${withTierGpu.join(', ')} of tier ${tier.id} ${withTierGpu.length === 1 ? 'has' : 'have'} gpus`,
    });
  }
  if (options.platform === 'eks' && withGpus.length > 0 && withGpus.length === services(tier).length) {
    problems.push({
      path: 'platform',
      received: '"eks"',
      expected: 'ecs or kubernetes: all services have GPUs, and system pods such as CoreDNS need nodes without GPUs',
    });
  }
  if (options.gpu !== 'none' && tier.gpu === undefined) {
    problems.push({
      path: 'gpu',
      received: shown(options.gpu),
      expected:
        withGpus.length === 0
          ? `none: tier ${tier.id} of ${system.id} has no service that uses a GPU`
          : `no value: ${withGpus.join(', ')} of tier ${tier.id} of ${system.id} ${withGpus.length === 1 ? 'states its own model' : 'state their own models'}`,
    });
  }
  const sold = gpuModelsIn(offers.compute);
  if (options.gpu !== 'none' && !sold.has(options.gpu)) {
    const expected = ['none', ...GPU_MODELS.filter((model) => sold.has(model))].join(', ');
    problems.push({
      path: 'gpu',
      received: shown(options.gpu),
      expected: `one of ${expected}, which ${options.region} sells`,
    });
  }
  for (const id of withGpus) {
    const own = ownGpuOf(tier, id);
    if (own === undefined || sold.has(own)) continue;
    const expected = `one of ${GPU_MODELS.filter((model) => sold.has(model)).join(', ')}, which ${options.region} sells`;
    problems.push({ path: `components.${id}.gpu`, received: shown(own), expected });
  }
  const models = gpuModelsOf([...Object.values(tier.components), gainedService(tier)?.service], options);
  if (models.length > 1 && options.topology === 'single-host') {
    problems.push({
      path: 'topology',
      received: '"single-host"',
      expected: `managed: one host has one GPU model, and the services need ${models.join(' and ')}`,
    });
  }
  if (models.length > 0 && options.architecture === 'arm64' && options.topology === 'single-host') {
    problems.push({
      path: 'architecture',
      received: '"arm64"',
      expected: 'amd64 on a single host with a GPU: GPU instance types have x86 processors',
    });
  }
  return problems;
}

function services({ components }: Tier): Component[] {
  return Object.values(components).filter(({ kind }) => kind === 'service');
}

/** The registry of kinds: a kind without a line here does not compile. */
function resolveComponent(id: string, component: Component, resolving: Resolving): ResolvedComponent {
  switch (component.kind) {
    case 'service':
      return resolveService(id, component, resolving);
    case 'node-pool':
      return resolveNodePool(id, component, resolving);
    case 'database':
      return resolveDatabase(id, component, resolving);
    case 'cache':
      return resolveCache(id, component, resolving);
    case 'document-store':
      return resolveDocumentStore(id, component, resolving);
    case 'vector-store':
      return resolveVectorStore(id, component, resolving);
    case 'load-balancer':
      return resolveLoadBalancer(id, component, resolving);
    case 'bucket':
      return resolveBucket(id, component, resolving);
    case 'queue':
      return resolveQueue(id, component, resolving);
    case 'cdn':
      return resolveCdn(id, component);
    case 'external':
      return resolveExternal(id, component, resolving);
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) deepFreeze(child);
  }
  return value;
}
