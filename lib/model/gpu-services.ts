import { GPU_MODELS, type GpuModel } from './options';
import type { Service } from './service';
import type { Tier } from './tier';

/** Component id of the service that a tier gains with a GPU, where the tier names none. */
const GAINED_SERVICE = 'image-worker';

/** A service that a tier has only with a GPU. */
export interface GainedService {
  /** Component id. */
  readonly id: string;
  /** The service. */
  readonly service: Service;
  /** Ids of the services that call it. */
  readonly usedBy: readonly string[];
}

/** The service that a tier has only with a GPU. Undefined where the option `gpu` changes no component. */
export function gainedService({ gpu }: Pick<Tier, 'gpu'>): GainedService | undefined {
  if (gpu?.service === undefined) return undefined;
  return { id: gpu.id ?? GAINED_SERVICE, service: gpu.service, usedBy: gpu.usedBy ?? [] };
}

/** A tier in which the service that it gains with a GPU is another one. */
export function withGainedService<Changed extends Pick<Tier, 'gpu'>>(tier: Changed, service: Service): Changed {
  return tier.gpu === undefined ? tier : { ...tier, gpu: { ...tier.gpu, service } };
}

/** Ids of the services that reserve GPUs with every value of the option `gpu`. */
export function servicesWithGpus({ components }: Pick<Tier, 'components'>): string[] {
  return Object.keys(components).filter((id) => {
    const component = components[id];
    return component?.kind === 'service' && component.gpus > 0;
  });
}

/** Ids of those among them whose GPU model is that of the tier, which the option `gpu` overrides. */
export function servicesWithTierGpu(tier: Pick<Tier, 'components'>): string[] {
  return servicesWithGpus(tier).filter((id) => ownGpuOf(tier, id) === undefined);
}

/** GPU model that a service states itself; undefined where it has the model of the tier, and without GPUs. */
export function ownGpuOf({ components }: Pick<Tier, 'components'>, id: string): GpuModel | undefined {
  const component = Object.hasOwn(components, id) ? components[id] : undefined;
  return component?.kind === 'service' && component.gpus > 0 ? component.gpu : undefined;
}

/** The node pools that a tier gets for its services with GPUs in no other pool, by id, with the ids of their services. */
export function gpuPoolsOf(tier: Pick<Tier, 'components' | 'gpu'>): ReadonlyMap<string, readonly string[]> {
  const placed = new Set(Object.values(tier.components).flatMap((component) => (component.kind === 'node-pool' ? component.runs : [])));
  const gained = gainedService(tier);
  const ids = servicesWithGpus(tier).filter((id) => !placed.has(id));
  const pools = new Map<string, string[]>();
  for (const id of [...ids, ...(gained === undefined ? [] : [gained.id])]) {
    const pool = gpuPool(ownGpuOf(tier, id));
    pools.set(pool, [...(pools.get(pool) ?? []), id]);
  }
  return pools;
}

/** Id of the node pool of the services with GPUs of the model of the tier that are in no other pool. */
export const GPU_POOL = 'gpu-nodes';

function gpuPool(own: GpuModel | undefined): string {
  return own === undefined ? GPU_POOL : `${GPU_POOL}-${own}`;
}

/** Ids of all node pools that tiers may get for services with GPUs. */
export const GPU_POOLS: readonly string[] = [undefined, ...GPU_MODELS].map(gpuPool);
