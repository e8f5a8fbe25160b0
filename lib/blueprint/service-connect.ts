import { BUSY_SERVICE_CONNECT_PROXY, SERVICE_CONNECT_PROXY } from '../conventions/service-connect';
import type { Component } from '../model/component';
import type { Resolving } from './context';
import type { ServiceConnectProxy } from './resolved-component';

/**
 * A task serves more than 500 requests per second only above one vCPU, if a request takes at least 2 ms of CPU. The size of
 * the task decides, not the workload, so that a tier has the same template under every workload.
 */
const BUSY_ABOVE_VCPU = 1;

/** Kinds of components that services reach by name through Service Connect. */
const NAMED_KINDS: ReadonlySet<Component['kind'] | undefined> = new Set<Component['kind']>(['service', 'vector-store']);

/**
 * The proxy of each task of a component, or undefined when it neither calls nor is called by name. Containers of the single
 * host reach each other on the host, without a proxy.
 */
export function serviceConnectProxy(
  id: string,
  { components, options }: Pick<Resolving, 'components' | 'options'>,
): ServiceConnectProxy | undefined {
  const component = components[id];
  if (component === undefined || options.platform !== 'ecs' || options.topology === 'single-host') return undefined;
  if (!isCalled(id, component, components) && !callsByName(component, components)) return undefined;
  return 'vcpu' in component && component.vcpu > BUSY_ABOVE_VCPU ? BUSY_SERVICE_CONNECT_PROXY : SERVICE_CONNECT_PROXY;
}

function isCalled(id: string, component: Component, components: Resolving['components']): boolean {
  if (component.kind === 'vector-store') return true;
  if (component.kind !== 'service' || !component.ports.some(({ protocol }) => protocol === 'http')) return false;
  return Object.values(components).some((other) => other.kind === 'service' && other.uses.includes(id));
}

function callsByName(component: Component, components: Resolving['components']): boolean {
  return component.kind === 'service' && component.uses.some((used) => NAMED_KINDS.has(components[used]?.kind));
}
