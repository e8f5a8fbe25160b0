import type { LoadBalancer } from '../model/load-balancer';
import type { Resolving } from './context';
import type { ResolvedLoadBalancer } from './resolved-component';

/** The default of AWS. Source: Elastic Load Balancing user guide, attributes of an Application Load Balancer. */
const IDLE_TIMEOUT_SECONDS = 60;

/** Resolves a load balancer. */
export function resolveLoadBalancer(
  id: string,
  { type, target, stickySessions = false, idleTimeoutSeconds = IDLE_TIMEOUT_SECONDS }: LoadBalancer,
  { options }: Resolving,
): ResolvedLoadBalancer {
  const certificate = type === 'application' ? options.certificate : undefined;
  return {
    kind: 'load-balancer',
    id,
    type,
    target,
    stickySessions,
    idleTimeoutSeconds,
    ...(certificate === undefined ? {} : { certificate }),
  };
}
