import { shown } from '../../core/problems';
import type { Rule } from '../rule';
import { flagAt, rawAt, stringAt, UNKNOWN } from '../values';

export const ecsCapacityProtection: Rule = {
  id: 'ecs-capacity-protection',
  severity: 'error',
  description: 'Capacity provider protects instances from termination, and managed scaling or the protection of the group is off',
  fix: 'Set ManagedScaling.Status to ENABLED and NewInstancesProtectedFromScaleIn of the Auto Scaling group to true',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AutoScalingGroupProvider.html',
  *check(context) {
    for (const provider of context.ofType('AWS::ECS::CapacityProvider')) {
      if (stringAt(provider.properties, 'AutoScalingGroupProvider', 'ManagedTerminationProtection') !== 'ENABLED') continue;
      const scaling = stringAt(provider.properties, 'AutoScalingGroupProvider', 'ManagedScaling', 'Status');
      if (scaling !== 'ENABLED' && scaling !== UNKNOWN) {
        const path = 'Properties.AutoScalingGroupProvider.ManagedScaling.Status';
        yield {
          resource: provider,
          path,
          ...(scaling !== undefined && { received: shown(scaling) }),
          expected: 'ENABLED, because managed termination protection is on',
        };
      }
      const group = context.targetOf(
        'AWS::AutoScaling::AutoScalingGroup',
        rawAt(provider.properties, 'AutoScalingGroupProvider', 'AutoScalingGroupArn'),
      );
      if (group === undefined) continue;
      const isProtected = flagAt(group.properties, 'NewInstancesProtectedFromScaleIn');
      if (isProtected === UNKNOWN || isProtected === true) continue;
      yield {
        resource: group,
        path: 'Properties.NewInstancesProtectedFromScaleIn',
        ...(isProtected === false && { received: 'false' }),
        expected: `true, because capacity provider ${provider.id} protects its instances`,
      };
    }
  },
};
