import { apiRanges, clientRanges, includesEveryAddress } from '../model/open-ranges';
import type { ServicePort } from '../model/service';
import type { ResolvedNetwork, ResolvedOptions } from './blueprint';
import type { ResolvedComponent, ResolvedLoadBalancer, ResolvedService } from './resolved-component';
import { reachableWithoutUse, sharesGroup } from './shared-groups';
import type { AccessWarning } from './warnings';

type Components = Readonly<Record<string, ResolvedComponent>>;

/** Warnings about the addresses that have access to the stacks or manifests of a blueprint. */
export function accessWarnings(components: Components, options: ResolvedOptions, network: ResolvedNetwork): AccessWarning[] {
  return [
    ...portWarnings(components, options),
    ...(options.platform === 'eks' ? apiWarnings(options, network) : []),
    ...(options.platform === 'ecs' && options.topology === 'managed' && !network.tasksHaveInterfaces ? sharedGroups(components) : []),
  ];
}

/** The API endpoint of the EKS cluster, when every address or only the VPC has access. */
function apiWarnings(options: ResolvedOptions, network: ResolvedNetwork): AccessWarning[] {
  const ranges = apiRanges(options, network);
  if (ranges.length === 0) return [{ kind: 'private-api-endpoint' }];
  return includesEveryAddress(ranges) ? [{ kind: 'open-api-endpoint', canLimit: network.natGateways > 0 }] : [];
}

/** Ports of network load balancers, and of services on the single host, which has no load balancer. */
function portWarnings(components: Components, options: ResolvedOptions): AccessWarning[] {
  const { topology, platform, clientCidrs } = options;
  const isOpen = includesEveryAddress(clientRanges(options));
  if (clientCidrs !== undefined && !isOpen) return [];
  const ofHost = Object.values(components).flatMap((each) => (each.kind === 'node-pool' ? (each.singleHost?.entries ?? []) : []));
  const entries: readonly (ResolvedLoadBalancer | ResolvedService)[] = Object.values(components).filter(
    (component): component is ResolvedLoadBalancer | ResolvedService =>
      topology === 'single-host' && platform === 'ecs'
        ? component.kind === 'service' && ofHost.includes(component.id)
        : component.kind === 'load-balancer' && component.type === 'network',
  );
  return entries.flatMap((component): AccessWarning[] => {
    const service = component.kind === 'service' ? component : components[component.target];
    const ports = service?.kind === 'service' ? service.ports.filter(({ protocol }) => protocol !== 'http').flatMap(portTexts) : [];
    return ports.length === 0 ? [] : [{ kind: isOpen ? 'open-ports' : 'private-ports', component: component.id, ports }];
  });
}

function portTexts({ port, protocol }: ServicePort): string[] {
  return protocol === 'tcp-udp' ? [`${port}/tcp`, `${port}/udp`] : [`${port}/${protocol}`];
}

/** Pools with a service that can connect to components that only other services use. */
function sharedGroups(components: Components): AccessWarning[] {
  return Object.values(components).flatMap((pool): AccessWarning[] => {
    if (pool.kind !== 'node-pool') return [];
    const services = Object.values(components).filter(
      (component): component is ResolvedService =>
        component.kind === 'service' && component.pool === pool.id && sharesGroup(component, pool.publicAddresses),
    );
    const reachable = reachableWithoutUse(services, components);
    return reachable.length === 0
      ? []
      : [{ kind: 'shared-security-group', pool: pool.id, services: services.map(({ id }) => id), reachable }];
  });
}
