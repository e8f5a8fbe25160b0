import { referenceOf, valueAt } from '../property-value';
import type { TransitionRule } from '../rule';

export const ecsCapacityProviderRemoved: TransitionRule = {
  id: 'ecs-capacity-provider-removed',
  description: 'ECS rejects the removal of a capacity provider from a cluster while a service uses it',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html',
    'https://github.com/aws/containers-roadmap/issues/631',
  ],
  asOf: '2026-11-28',
  *judge(context) {
    const services = context.before.resources.filter(({ type }) => type === 'AWS::ECS::Service');
    const used = new Set(services.flatMap(({ properties }) => items(properties.CapacityProviderStrategy).map(providerOf)));
    for (const { id, before, after } of context.changed('CapacityProviders', 'AWS::ECS::ClusterCapacityProviderAssociations')) {
      const left = new Set(items(after.properties.CapacityProviders).map(nameOf));
      const taken = items(before.properties.CapacityProviders)
        .map(nameOf)
        .filter((name) => used.has(name) && !left.has(name));
      if (taken.length === 0) continue;
      yield {
        resource: id,
        class: 'rejected',
        properties: ['CapacityProviders'],
        text: `${taken.join(', ')} leaves the cluster while services use it: CloudFormation updates the cluster before its services`,
      };
    }
  },
};

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function providerOf(strategyItem: unknown): string {
  return nameOf(valueAt(strategyItem, 'CapacityProvider'));
}

function nameOf(value: unknown): string {
  return referenceOf(value) ?? String(value);
}
