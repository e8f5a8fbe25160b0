import type { LoadBalancer } from '../model/load-balancer';
import type { ResolvedLoadBalancer } from './blueprint';
import type { Resolving } from './context';

export function resolveLoadBalancer(id: string, { type, target }: LoadBalancer, { options }: Resolving): ResolvedLoadBalancer {
  const certificate = type === 'application' ? options.certificate : undefined;
  return { kind: 'load-balancer', id, type, target, ...(certificate === undefined ? {} : { certificate }) };
}
