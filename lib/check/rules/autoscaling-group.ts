import { isOther } from '../property-condition';
import { anyOf, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

export const autoscalingGroup: Rule = {
  id: 'autoscaling-group',
  severity: 'error',
  description: 'Group has no subnets and no Availability Zones, or replaces instances more than once a day',
  fix: 'Set VPCZoneIdentifier, and MaxInstanceLifetime to at least 86400',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html',
  unsettled:
    'The page allows network interfaces in the launch template in the place of subnets; they have no zone either, so the rule requires one',
  check: (context) =>
    violationsOf(
      context,
      'AWS::AutoScaling::AutoScalingGroup',
      anyOf('VPCZoneIdentifier', 'AvailabilityZones', 'AvailabilityZoneIds'),
      when(isOther('MaxInstanceLifetime', '0'), within('MaxInstanceLifetime', { least: 86_400 })),
    ),
};
