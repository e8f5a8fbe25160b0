import type { LoadBalancer } from '../model/load-balancer';
import type { Resolving } from './context';
import type { ResolvedLoadBalancer } from './resolved-component';

/** Resolves a load balancer. */
export function resolveLoadBalancer(id: string, { type, target }: LoadBalancer, { options }: Resolving): ResolvedLoadBalancer {
  const certificate = type === 'application' ? options.certificate : undefined;
  return { kind: 'load-balancer', id, type, target, ...(certificate === undefined ? {} : { certificate }) };
}
