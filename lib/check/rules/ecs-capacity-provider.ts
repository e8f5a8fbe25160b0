import { matching, violationsOf, within } from '../requirements';
import type { Rule } from '../rule';

export const ecsCapacityProvider: Rule = {
  id: 'ecs-capacity-provider',
  severity: 'error',
  description: 'Capacity provider has a name that begins with aws, ecs or fargate, or a target above 100%',
  fix: 'Choose another name, and set TargetCapacity to 1 to 100',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ECS::CapacityProvider',
      matching('Name', /^(?!aws|ecs|fargate)/i, 'a name that does not begin with aws, ecs or fargate'),
      within('AutoScalingGroupProvider.ManagedScaling.TargetCapacity', { least: 1, most: 100 }),
    ),
};
