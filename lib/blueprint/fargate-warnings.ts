import { MIB_PER_GIB } from '../core/data-size';
import type { Tier } from '../model/tier';
import { fargateSize } from '../selection/fargate-size';
import type { ResolvedComponent } from './resolved-component';
import type { LargerTask } from './warnings';

/**
 * Services whose Fargate task has more vCPUs because of the Service Connect proxy: 1 vCPU with 0.25 for the proxy is a task of
 * 2 vCPU, at about twice the price. The size without the proxy is that of a slightly smaller service.
 */
export function largerTaskWarnings(tier: Tier, resolved: Readonly<Record<string, ResolvedComponent>>): LargerTask[] {
  return Object.entries(tier.components).flatMap(([id, service]): LargerTask[] => {
    const task = resolved[id];
    if (service.kind !== 'service' || task?.kind !== 'service' || task.pool !== undefined || task.proxy === undefined) return [];
    const { proxy } = task;
    const vcpu = task.vcpu + proxy.vcpu;
    const smaller = fargateSize(service.vcpu, service.memoryGib);
    if (smaller === undefined || smaller.vcpu >= vcpu || smaller.vcpu <= proxy.vcpu) return [];
    return [
      {
        kind: 'larger-task',
        component: id,
        service: { vcpu: service.vcpu, memoryGib: service.memoryGib },
        proxy,
        task: { vcpu, memoryGib: (task.memoryMib + proxy.memoryMib) / MIB_PER_GIB },
        smallerTask: { vcpu: smaller.vcpu, memoryGib: smaller.memoryMib / MIB_PER_GIB },
        smallerService: { vcpu: smaller.vcpu - proxy.vcpu, memoryGib: (smaller.memoryMib - proxy.memoryMib) / MIB_PER_GIB },
      },
    ];
  });
}
