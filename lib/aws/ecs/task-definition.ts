import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import type { ResolvedService } from '../../blueprint/resolved-component';
import { cpuUnitsOf } from './cpu-units';
import { NETWORK_MODES, type TaskNetwork } from './task-network';

/** The task definition of a service: with task size and architecture on Fargate, with a network mode on EC2 instances. */
export function taskDefinition(
  scope: Construct,
  { pool, vcpu, memoryMib }: ResolvedService,
  network: TaskNetwork,
  { options }: Blueprint,
): ecs.TaskDefinition {
  if (pool !== undefined) return new ecs.Ec2TaskDefinition(scope, 'Task', { networkMode: NETWORK_MODES[network] });
  return new ecs.FargateTaskDefinition(scope, 'Task', {
    cpu: cpuUnitsOf(vcpu),
    memoryLimitMiB: memoryMib,
    runtimePlatform: {
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
      cpuArchitecture: options.architecture === 'arm64' ? ecs.CpuArchitecture.ARM64 : ecs.CpuArchitecture.X86_64,
    },
  });
}
