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

/** Ids of the services with GPUs, of the components and gained, for which no node pool of the tier exists: they share one pool. */
export function servicesOnGpuPool(tier: Pick<Tier, 'components' | 'gpu'>): string[] {
  const gained = gainedService(tier);
  const placed = new Set(Object.values(tier.components).flatMap((component) => (component.kind === 'node-pool' ? component.runs : [])));
  return [...servicesWithGpus(tier).filter((id) => !placed.has(id)), ...(gained === undefined ? [] : [gained.id])];
}
