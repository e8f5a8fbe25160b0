import { asNumber, textOf, valueAt } from '../property-value';
import type { TransitionRule } from '../rule';

export const ecsZoneRebalancing: TransitionRule = {
  id: 'ecs-zone-rebalancing',
  description:
    'ECS rejects a MaximumPercent of 100 or less while AvailabilityZoneRebalancing is enabled, which is the default of new services',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const { id, before, after } of context.updated('AWS::ECS::Service')) {
      if (maximumPercent(after.properties) > 100) continue;
      const next = textOf(after, 'AvailabilityZoneRebalancing');
      const old = textOf(before, 'AvailabilityZoneRebalancing');
      // Without a value, a service keeps what it was created with: enabled where its deployment configuration allowed it.
      const wasEnabled = old === 'ENABLED' || (old === undefined && maximumPercent(before.properties) > 100);
      if (next !== 'ENABLED' && !(next === undefined && wasEnabled)) continue;
      yield {
        resource: id,
        class: 'rejected',
        text: `MaximumPercent becomes ${maximumPercent(after.properties)} while zone rebalancing ${
          next === undefined ? 'stays enabled, because it is the default of the existing service' : 'is ENABLED'
        }`,
        ...(next === undefined && {
          first: [{ title: `Disable zone rebalancing of ${id}`, properties: { AvailabilityZoneRebalancing: 'DISABLED' } }],
        }),
      };
    }
  },
};

/** 200 is the default of services with rolling deployments. */
function maximumPercent(properties: unknown): number {
  return asNumber(valueAt(properties, 'DeploymentConfiguration', 'MaximumPercent')) ?? 200;
}
