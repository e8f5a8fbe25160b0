import type { SystemDefinition } from '../model/tier-extension';

/** Ids of the components of a kind in the tiers of a definition; any string for a definition whose type does not have them. */
export type ComponentId<Definition extends SystemDefinition, Kind extends string> = IdOfTier<Definition['tiers'][number], Kind>;

type IdOfTier<Tier, Kind extends string> = Tier extends { readonly components: infer Components }
  ? { [Id in keyof Components]: Extract<Components[Id], { readonly kind: Kind }> extends never ? never : Id }[keyof Components] & string
  : never;

/** Ids of the services of the tiers of a definition, also of those that they have with a GPU. */
export type ServiceId<Definition extends SystemDefinition> = ComponentId<Definition, 'service'> | GpuServiceId<Definition['tiers'][number]>;

type GpuServiceId<Tier> = Tier extends { readonly gpu: infer Gpu extends { readonly service: unknown } }
  ? Gpu extends { readonly id: infer Id extends string }
    ? Id
    : 'image-worker'
  : never;
