import { is } from '../property-condition';
import { absent, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const ecsPlatformVersion: Rule = {
  id: 'ecs-platform-version',
  severity: 'error',
  description: 'Service on EC2 or external instances has a platform version, which only Fargate has',
  fix: 'Remove PlatformVersion',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  check: (context) => violationsOf(context, 'AWS::ECS::Service', when(is('LaunchType', 'EC2', 'EXTERNAL'), absent('PlatformVersion'))),
};
