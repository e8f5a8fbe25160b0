import { matches } from '../property-condition';
import { noneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const ecsRuntimePlatform: Rule = {
  id: 'ecs-runtime-platform',
  severity: 'error',
  description: 'Windows task definition has the ARM64 architecture, which ECS does not support',
  fix: 'Set CpuArchitecture to X86_64',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ECS::TaskDefinition',
      when(matches('RuntimePlatform.OperatingSystemFamily', /^WINDOWS/, 'of Windows'), noneOf('RuntimePlatform.CpuArchitecture', 'ARM64')),
    ),
};
