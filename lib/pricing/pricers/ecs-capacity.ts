import type { TemplateResource } from '../../cloudformation/template-resource';
import { billedAs, type FreeReason, noCharge } from '../../core/free-reason';
import type { PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { followed, oncePerTemplate } from './following';
import { objects, optionalText, type Properties } from './properties';

/** Capacity that the tasks of a service run on: Fargate, or instances with the reason why the service itself is free. */
export type Capacity =
  | { readonly kind: 'fargate'; readonly mayUseSpot: boolean }
  | { readonly kind: 'instances'; readonly reason: FreeReason };

const FARGATE = 'FARGATE';
const FARGATE_SPOT = 'FARGATE_SPOT';

/** By launch type, otherwise by the capacity providers of the service, otherwise by those of its cluster; without any, instances. */
export function capacityOf(service: TemplateResource, context: PricingContext): Capacity {
  const launchType = optionalText(service.properties, 'LaunchType');
  if (launchType === FARGATE) return { kind: 'fargate', mayUseSpot: false };
  if (launchType === 'EXTERNAL') return { kind: 'instances', reason: noCharge('tasks-outside-aws') };
  if (launchType !== undefined) return { kind: 'instances', reason: billedAs('cluster-instances') };
  const own = objects(service.properties, 'CapacityProviderStrategy');
  return fromStrategy(own.length > 0 ? own : clusterStrategy(service, context), context);
}

function fromStrategy(strategy: readonly Properties[], context: PricingContext): Capacity {
  const providers = strategy.map(({ CapacityProvider: provider }) => provider);
  const onFargate = providers.filter((provider) => provider === FARGATE || provider === FARGATE_SPOT);
  if (onFargate.length === 0)
    return { kind: 'instances', reason: { kind: 'billed-as-capacity', capacity: capacityNames(providers, context) } };
  if (onFargate.length < providers.length) {
    throw new UnreadableProperty({ kind: 'known-in-operation', amount: 'capacity-provider-shares' });
  }
  return { kind: 'fargate', mayUseSpot: onFargate.includes(FARGATE_SPOT) };
}

/** The Auto Scaling groups of the capacity providers, by name where they are in the template. */
function capacityNames(providers: readonly unknown[], context: PricingContext): readonly string[] {
  return providers.flatMap((provider) => {
    const found = followed(provider, context);
    const group = followed(found?.properties.AutoScalingGroupProvider, context) ?? found;
    return group?.id ?? (typeof provider === 'string' ? [provider] : []);
  });
}

function clusterStrategy(service: TemplateResource, context: PricingContext): readonly Properties[] {
  const cluster = followed(service.properties.Cluster, context);
  if (cluster === undefined) return [];
  const association = associationsByCluster(context).get(cluster.id);
  return objects((association ?? cluster).properties, 'DefaultCapacityProviderStrategy');
}

const associationsByCluster = oncePerTemplate((context) => {
  const associations = context.ofType('AWS::ECS::ClusterCapacityProviderAssociations');
  return new Map(associations.map((association) => [followed(association.properties.Cluster, context)?.id, association]));
});
