import type { Component, ComponentKind } from '../model/component';
import { DATA_POOL, SINGLE_HOST_POOL } from '../model/component-ids';
import type { Database } from '../model/database';
import { type GainedService, GPU_POOL, gainedService, gpuPoolsOf } from '../model/gpu-services';
import type { NodePool } from '../model/node-pool';
import type { Tier } from '../model/tier';
import type { ResolvedOptions } from './blueprint';
import { asSingleServer, expectedAtMinimum } from './reduced';
import type { TradeOff } from './trade-offs';

/** The components of a tier in the form that the options select, and the trade-offs of that form. */
export interface SelectedForm {
  /** Components by id. */
  readonly components: Readonly<Record<string, Component>>;
  /** Trade-offs of the form. */
  readonly tradeOffs: readonly TradeOff[];
}

/** Whether components of a kind store data in a cluster. There they run on nodes of their own, which do not scale with other pods. */
const STORES_DATA: Readonly<Record<ComponentKind, boolean>> = {
  service: false,
  'node-pool': false,
  database: true,
  cache: true,
  'document-store': true,
  'vector-store': true,
  'load-balancer': false,
  bucket: false,
  queue: true,
  cdn: false,
  external: false,
};

/** The form of a tier that the options select. */
export function formOf(tier: Tier, options: ResolvedOptions): SelectedForm {
  const components = withGpu(tier, options);
  if (options.topology === 'single-host') return singleHost(components);
  if (options.dataStores !== undefined && options.dataStores !== 'managed') {
    return { components: withDataNodes(components), tradeOffs: vectorStoreTradeOffs(components) };
  }
  return {
    components: options.compute === 'fargate' ? withoutIdlePools(components) : components,
    tradeOffs: vectorStoreTradeOffs(components),
  };
}

/**
 * With a GPU a tier has the service that only runs with one, and a node pool for the services with GPUs that are in no other pool.
 * Services with models of their own have a pool for each model.
 */
function withGpu(tier: Tier, options: ResolvedOptions): Record<string, Component> {
  const components = options.gpu === 'none' ? { ...tier.components } : withGained(tier);
  for (const [id, runs] of gpuPoolsOf(tier)) {
    if (id === GPU_POOL && options.gpu === 'none') continue;
    components[id] = { kind: 'node-pool', runs: [...runs], minNodes: 1, burstable: false, rootDiskGib: 100 };
  }
  return components;
}

function withGained(tier: Tier): Record<string, Component> {
  const gained = gainedService(tier);
  if (gained === undefined) return { ...tier.components };
  return { ...callingGpu(tier.components, gained), [gained.id]: gained.service };
}

function callingGpu(components: Tier['components'], { id, usedBy: callers }: GainedService): Record<string, Component> {
  return Object.fromEntries(
    Object.entries(components).map(([caller, component]) => [
      caller,
      component.kind === 'service' && callers.includes(caller) ? { ...component, uses: [...component.uses, id] } : component,
    ]),
  );
}

/** On Fargate only services with GPUs and data stores with volumes need nodes. */
function withoutIdlePools(components: Readonly<Record<string, Component>>): Record<string, Component> {
  const needsMachines = (id: string) => {
    const component = components[id];
    return component?.kind === 'vector-store' || (component?.kind === 'service' && component.gpus > 0);
  };
  return Object.fromEntries(
    Object.entries(components).filter(([, component]) => component.kind !== 'node-pool' || component.runs.some(needsMachines)),
  );
}

/** In a cluster data stores run in containers too: those without a node pool of their own share one. */
function withDataNodes(components: Readonly<Record<string, Component>>): Record<string, Component> {
  const placed = new Set(Object.values(components).flatMap((component) => (component.kind === 'node-pool' ? component.runs : [])));
  const stores = Object.entries(components).filter(([id, { kind }]) => STORES_DATA[kind] && !placed.has(id));
  if (stores.length === 0) return { ...components };
  const burstable = stores.every(([, component]) => !('burstable' in component) || component.burstable);
  const pool: NodePool = { kind: 'node-pool', runs: stores.map(([id]) => id), minNodes: 1, burstable, rootDiskGib: 30 };
  return { ...components, [DATA_POOL]: pool };
}

/** Whether a component stores data. */
export function holdsData(pool: NodePool, components: Readonly<Record<string, Component>>): boolean {
  return pool.runs.some((id) => STORES_DATA[components[id]?.kind ?? 'external']);
}

/** All services and data stores on one host; load balancers and CDN are removed, buckets and queues stay managed services. */
function singleHost(components: Readonly<Record<string, Component>>): SelectedForm {
  const runs: string[] = [];
  const kept: Record<string, Component> = {};
  for (const [id, component] of Object.entries(components)) {
    switch (component.kind) {
      case 'node-pool':
      case 'load-balancer':
      case 'cdn':
        continue;
      case 'service':
        kept[id] = { ...component, instances: expectedAtMinimum({ min: 1, max: 1 }), scaling: {} };
        break;
      case 'cache':
        kept[id] = { ...component, topology: 'single', shards: 1, replicasPerShard: 0 };
        break;
      case 'database':
        kept[id] = asSingleServer(component);
        break;
      default:
        kept[id] = component;
    }
    if (component.kind === 'service' || component.kind === 'cache' || component.kind === 'database') runs.push(id);
  }
  const host: NodePool = { kind: 'node-pool', runs, minNodes: 1, burstable: true, rootDiskGib: 30 };
  return { components: { ...kept, [SINGLE_HOST_POOL]: host }, tradeOffs: SINGLE_HOST_TRADE_OFFS };
}

/** A vector store does not replicate: its node, its volume and their zone are each a single point of failure. */
function vectorStoreTradeOffs(components: Readonly<Record<string, Component>>): TradeOff[] {
  return Object.entries(components).flatMap(([component, { kind }]): TradeOff[] =>
    kind === 'vector-store'
      ? [
          { kind: 'vector-store-single-point-of-failure', component },
          { kind: 'vector-store-daily-snapshots', component },
        ]
      : [],
  );
}

const SINGLE_HOST_TRADE_OFFS: readonly TradeOff[] = [
  { kind: 'host-single-point-of-failure' },
  { kind: 'host-daily-snapshots' },
  { kind: 'host-without-load-balancer' },
  { kind: 'host-without-patches' },
];

/** Whether a component is a relational database. */
export function isDatabase(component: Component): component is Database {
  return component.kind === 'database';
}
