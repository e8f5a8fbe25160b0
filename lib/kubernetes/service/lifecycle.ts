import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Blueprint } from '../../blueprint/blueprint';
import type { ResolvedService } from '../../blueprint/resolved-component';

/**
 * Seconds for open connections to a terminating pod, by type of load balancer. The deregistration delay of the target
 * group is the same, and so are the delays on ECS: 2 minutes for requests and sockets, 5 for calls.
 */
export const DRAIN_SECONDS = { application: 120, network: 300 } as const;

/** Seconds until every proxy of the cluster has removed the pod from its endpoints. */
const PROPAGATION_SECONDS = 10;

/** Seconds between SIGTERM and SIGKILL. */
const SHUTDOWN_SECONDS = 30;

/** Termination of a pod: preStop waits until the pod receives no more traffic, then the container gets SIGTERM. */
export function lifecycleOf(
  blueprint: Blueprint,
  service: ResolvedService,
): { readonly pod: Pick<k8s.PodSpec, 'terminationGracePeriodSeconds'>; readonly container: Pick<k8s.Container, 'lifecycle'> } {
  const drainSeconds = drainSecondsOf(blueprint, service);
  return {
    pod: { terminationGracePeriodSeconds: drainSeconds + Math.max(SHUTDOWN_SECONDS, processingSeconds(blueprint, service)) },
    // The sleep action runs in the kubelet, so the image needs no shell.
    container: drainSeconds === 0 ? {} : { lifecycle: { preStop: { sleep: { seconds: drainSeconds } } } },
  };
}

function drainSecondsOf({ components }: Blueprint, { id, ports }: ResolvedService): number {
  const balancers = Object.values(components).flatMap((each) => (each.kind === 'load-balancer' && each.target === id ? [each.type] : []));
  if (balancers.length > 0) return Math.max(...balancers.map((type) => DRAIN_SECONDS[type])) + PROPAGATION_SECONDS;
  return ports.length === 0 ? 0 : PROPAGATION_SECONDS;
}

/** A worker may process a message for as long as the visibility timeout hides it from other workers. */
function processingSeconds({ components }: Blueprint, { worksOn }: ResolvedService): number {
  const queue = worksOn === undefined ? undefined : components[worksOn];
  return queue?.kind === 'queue' ? queue.visibilitySeconds : 0;
}
