import { hasFixedPorts } from '../conventions/task-replacement';
import type { Component } from '../model/component';
import type { Options } from '../model/options';
import type { ServicePort } from '../model/service';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';

/** Components that security groups protect. Permissions of the task role protect buckets and queues. */
const PROTECTED: ReadonlySet<Component['kind']> = new Set(['database', 'cache', 'document-store', 'vector-store', 'service']);

/** A service and the ids of the components that it uses. */
interface Client {
  readonly id: string;
  readonly uses: readonly string[];
}

type Kinds = Readonly<Record<string, Pick<Component, 'kind'>>>;

/** Components that a service with a shared security group can connect to although it does not use them. */
export function reachableWithoutUse(services: readonly Client[], components: Kinds): string[] {
  const used = [...new Set(services.flatMap(({ uses }) => uses))].filter((id) => PROTECTED.has(components[id]?.kind ?? 'external'));
  return used.filter((target) => services.some(({ id, uses }) => id !== target && !uses.includes(target)));
}

/** Whether tasks share the security group of their instance in bridge mode. Others have their own: UDP needs one address for two ports. */
export function sharesGroup({ ports }: { readonly ports: readonly ServicePort[] }, isPublic: boolean): boolean {
  return ports.every(({ protocol }) => protocol === 'http') || hasFixedPorts(ports, { isSingleHost: false, isPublic });
}

/**
 * Whether tasks on EC2 node pools have a network interface and a security group each: as the option `taskNetwork`, or by default in
 * systems in which a security group of a pool would connect a service to components that it does not use. All tiers of a system have the same
 * default, because another network replaces services and target groups.
 */
export function tasksHaveInterfaces(
  { tiers }: Pick<System, 'tiers'>,
  { platform, compute, topology, taskNetwork, natGateways }: Options,
): boolean {
  if (platform !== 'ecs' || compute !== 'ec2' || topology !== 'managed') return false;
  if (taskNetwork !== undefined) return taskNetwork === 'awsvpc';
  return natGateways !== 0 && tiers.some(connectsTooMuch);
}

function connectsTooMuch({ components, network }: Tier): boolean {
  return Object.values(components).some((pool) => {
    if (pool.kind !== 'node-pool') return false;
    const services = pool.runs.flatMap((id) => {
      const component = components[id];
      return component?.kind === 'service' && sharesGroup(component, network.natGateways === 0) ? [{ ...component, id }] : [];
    });
    return reachableWithoutUse(services, components).length > 0;
  });
}
