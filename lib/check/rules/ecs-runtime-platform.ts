import { matches } from '../property-condition';
import { noneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const ecsRuntimePlatform: Rule = {
  id: 'ecs-runtime-platform',
  severity: 'error',
  description: 'Windows task is for ARM, which ECS does not offer',
  fix: 'Set CpuArchitecture to X86_64',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ECS::TaskDefinition',
      when(matches('RuntimePlatform.OperatingSystemFamily', /^WINDOWS/, 'of Windows'), noneOf('RuntimePlatform.CpuArchitecture', 'ARM64')),
    ),
};
