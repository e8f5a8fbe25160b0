import type { ServicePort } from '../model/service';
import type { ResolvedNetwork, ResolvedOptions } from './blueprint';
import type { ResolvedComponent, ResolvedLoadBalancer, ResolvedService } from './resolved-component';
import type { OpenWarning } from './warnings';

type Components = Readonly<Record<string, ResolvedComponent>>;

/** Warnings about what the stacks or manifests of a blueprint leave open. */
export function openWarnings(components: Components, options: ResolvedOptions, network: ResolvedNetwork): OpenWarning[] {
  return [
    ...(options.clientCidrs === undefined ? openPorts(components, options) : []),
    ...(options.platform === 'eks' && options.apiCidrs === undefined
      ? [{ kind: 'open-api-endpoint', canLimit: network.natGateways > 0 } as const]
      : []),
    ...(options.platform === 'ecs' && options.topology === 'managed' ? sharedGroups(components) : []),
  ];
}

/** Ports of network load balancers, and of services on the single host, which has no load balancer. */
function openPorts(components: Components, { topology, platform }: ResolvedOptions): OpenWarning[] {
  const open: readonly (ResolvedLoadBalancer | ResolvedService)[] = Object.values(components).filter(
    (component): component is ResolvedLoadBalancer | ResolvedService =>
      topology === 'single-host' && platform === 'ecs'
        ? component.kind === 'service'
        : component.kind === 'load-balancer' && component.type === 'network',
  );
  return open.flatMap((component): OpenWarning[] => {
    const service = component.kind === 'service' ? component : components[component.target];
    const ports = service?.kind === 'service' ? service.ports.filter(({ protocol }) => protocol !== 'http').flatMap(portTexts) : [];
    return ports.length === 0 ? [] : [{ kind: 'open-ports', component: component.id, ports }];
  });
}

function portTexts({ port, protocol }: ServicePort): string[] {
  return protocol === 'tcp-udp' ? [`${port}/tcp`, `${port}/udp`] : [`${port}/${protocol}`];
}

const STORES: ReadonlySet<ResolvedComponent['kind']> = new Set(['database', 'cache', 'document-store']);

/** Pools with services of which one uses a store that another does not use. */
function sharedGroups(components: Components): OpenWarning[] {
  return Object.values(components).flatMap((pool): OpenWarning[] => {
    if (pool.kind !== 'node-pool') return [];
    const services = Object.values(components).filter(
      (component): component is ResolvedService =>
        component.kind === 'service' && component.pool === pool.id && component.ports.every(({ protocol }) => protocol === 'http'),
    );
    const stores = [...new Set(services.flatMap(({ uses }) => uses))].filter((id) => STORES.has(components[id]?.kind ?? 'external'));
    const isShared = stores.some((store) => services.some(({ uses }) => !uses.includes(store)));
    return isShared ? [{ kind: 'shared-security-group', pool: pool.id, services: services.map(({ id }) => id), stores }] : [];
  });
}
