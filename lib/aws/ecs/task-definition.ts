import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import type { ResolvedService, ServiceConnectProxy } from '../../blueprint/resolved-component';
import { cpuUnitsOf } from './cpu-units';
import { NETWORK_MODES, type TaskNetwork } from './task-network';

/**
 * The task definition of a service: with task size and architecture on Fargate, with a network mode on EC2 instances. With a
 * Service Connect proxy, the task has a size on instances too, larger than its containers by the proxy.
 */
export function taskDefinition(
  scope: Construct,
  { pool, vcpu, memoryMib, proxy }: ResolvedService,
  network: TaskNetwork,
  { options }: Blueprint,
): ecs.TaskDefinition {
  if (pool !== undefined) {
    const task = new ecs.Ec2TaskDefinition(scope, 'Task', { networkMode: NETWORK_MODES[network] });
    if (proxy !== undefined) sizeWithProxy(task, { vcpu, memoryMib }, proxy);
    return task;
  }
  return new ecs.FargateTaskDefinition(scope, 'Task', {
    cpu: cpuUnitsOf(vcpu + (proxy?.vcpu ?? 0)),
    memoryLimitMiB: memoryMib + (proxy?.memoryMib ?? 0),
    runtimePlatform: {
      operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
      cpuArchitecture: options.architecture === 'arm64' ? ecs.CpuArchitecture.ARM64 : ecs.CpuArchitecture.X86_64,
    },
  });
}

/**
 * Sets the size of a task on instances to its container and the proxy. Service Connect requires a memory limit of the task
 * above the sum of its containers. Source: Amazon ECS developer guide, "Amazon ECS Service Connect components".
 */
export function sizeWithProxy(
  task: ecs.Ec2TaskDefinition,
  container: { readonly vcpu: number; readonly memoryMib: number },
  proxy: ServiceConnectProxy,
): void {
  const resource = task.node.defaultChild;
  if (!(resource instanceof ecs.CfnTaskDefinition)) throw new Error(`${task.node.path} is not a task definition`);
  resource.cpu = String(cpuUnitsOf(container.vcpu + proxy.vcpu));
  resource.memory = String(container.memoryMib + proxy.memoryMib);
}
