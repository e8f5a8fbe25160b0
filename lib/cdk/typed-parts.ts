import type * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { LoadBalancerPart } from '../aws/stack-parts';
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

/** Load balancers by component id, each of the class of its type; of either class if the type of the definition does not have it. */
export type LoadBalancers<Definition extends SystemDefinition> = {
  readonly [Id in ComponentId<Definition, 'load-balancer'>]: LoadBalancerOf<TypeOf<Definition['tiers'][number], Id>>;
};

type LoadBalancerOf<Type> = [Type] extends ['application']
  ? elb.ApplicationLoadBalancer
  : [Type] extends ['network']
    ? elb.NetworkLoadBalancer
    : LoadBalancerPart;

/** The values of `type` of a component in all tiers. */
type TypeOf<Tier, Id extends string> = Tier extends { readonly components: Readonly<Record<Id, infer Component>> }
  ? Component extends { readonly type: infer Type }
    ? Type
    : never
  : never;
