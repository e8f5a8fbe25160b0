import type { ServicePort } from '../model/service';

/** Properties of a pool that decide whether its tasks have fixed ports. */
export interface PoolAddresses {
  /** Whether the pool is the host of the single-host topology. */
  readonly isSingleHost: boolean;
  /** Whether its instances have public addresses. */
  readonly isPublic: boolean;
}

/** Whether tasks on ECS have the same ports on their instance: on the single host, and ports without HTTP on public addresses. */
export function hasFixedPorts(ports: readonly ServicePort[], { isSingleHost, isPublic }: PoolAddresses): boolean {
  return isSingleHost || (isPublic && ports.some(({ protocol }) => protocol !== 'http'));
}

/** Whether old tasks stop before new ones start, because an instance has no room for both: GPUs, and fixed ports. */
export function stopsFirst(gpus: number, isOnFixedPorts: boolean): boolean {
  return gpus > 0 || isOnFixedPorts;
}
