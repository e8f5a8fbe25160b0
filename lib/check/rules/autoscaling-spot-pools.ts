import { isOther } from '../property-condition';
import { absent, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const SPOT = 'MixedInstancesPolicy.InstancesDistribution';

export const autoscalingSpotPools: Rule = {
  id: 'autoscaling-spot-pools',
  severity: 'error',
  description: 'Group sets a number of Spot pools with an allocation strategy other than lowest-price',
  fix: 'Remove SpotInstancePools',
  citation: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstancesDistribution.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::AutoScaling::AutoScalingGroup',
      when(isOther(`${SPOT}.SpotAllocationStrategy`, 'lowest-price'), absent(`${SPOT}.SpotInstancePools`)),
    ),
};
