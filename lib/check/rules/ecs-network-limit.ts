import { count, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const ecsNetworkLimit: Rule = {
  id: 'ecs-network-limit',
  severity: 'error',
  description: 'Service has more than 16 subnets or five security groups',
  fix: 'Name at most 16 subnets and five security groups',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ECS::Service',
      count('NetworkConfiguration.AwsvpcConfiguration.Subnets', { most: 16 }),
      count('NetworkConfiguration.AwsvpcConfiguration.SecurityGroups', { most: 5 }),
    ),
};
