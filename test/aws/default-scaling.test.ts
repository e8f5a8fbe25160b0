import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { defineSystem } from '../../lib/model/define-system';
import { stacksFor } from '../support/synthesized';

const shop = defineSystem({
  id: 'shop',
  tiers: [
    {
      id: 'small',
      components: {
        api: { kind: 'service', vcpu: 0.5, memoryGib: 1, instances: { min: 1, max: 4 } },
        worker: { kind: 'service', vcpu: 0.5, memoryGib: 1, instances: { min: 2, max: 2 } },
        nodes: { kind: 'node-pool', runs: ['api', 'worker'] },
      },
    },
  ],
});

// Application Auto Scaling user guide, RegisterScalableTarget: a scalable target alone changes no capacity; a policy does.
test('a service with a maximum above its minimum scales by processor use unless its definition has other targets', () => {
  const [stack] = stacksFor(blueprintFor({ system: shop, tier: 'small' }, { systems: [shop] }));
  const { Resources = {} } = (stack?.template ?? {}) as { Resources?: Record<string, { Type: string }> };
  const scaling = Object.values(Resources).filter(({ Type }) => Type.startsWith('AWS::ApplicationAutoScaling::'));
  expect(scaling).toMatchObject([
    { Type: 'AWS::ApplicationAutoScaling::ScalableTarget', Properties: { MinCapacity: 1, MaxCapacity: 4 } },
    {
      Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
      Properties: {
        PolicyType: 'TargetTrackingScaling',
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: 60,
          PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
        },
      },
    },
  ]);
});
