import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Blueprint } from '../../blueprint/blueprint';
import type { ResolvedService } from '../../blueprint/resolved-component';

/**
 * How long a load balancer lets connections to a pod end that is going. The load balancers are told the same. Seconds;
 * as on ECS: requests and sockets two minutes, calls five.
 */
export const DRAIN_SECONDS = { application: 120, network: 300 } as const;

/** Until every proxy of the cluster knows that a pod is gone. Seconds. */
const PROPAGATION_SECONDS = 10;

/** From the signal to end until it ends by force. Seconds. */
const SHUTDOWN_SECONDS = 30;

/** Times of a pod that goes: first nothing more is sent to it, then it ends. */
export function lifecycleOf(
  blueprint: Blueprint,
  service: ResolvedService,
): { readonly pod: Pick<k8s.PodSpec, 'terminationGracePeriodSeconds'>; readonly container: Pick<k8s.Container, 'lifecycle'> } {
  const drainSeconds = drainOf(blueprint, service);
  return {
    pod: { terminationGracePeriodSeconds: drainSeconds + Math.max(SHUTDOWN_SECONDS, workSeconds(blueprint, service)) },
    // The kubelet sleeps: the image need not have a shell.
    container: drainSeconds === 0 ? {} : { lifecycle: { preStop: { sleep: { seconds: drainSeconds } } } },
  };
}

function drainOf({ components }: Blueprint, { id, ports }: ResolvedService): number {
  const balancers = Object.values(components).flatMap((each) => (each.kind === 'load-balancer' && each.target === id ? [each.type] : []));
  if (balancers.length > 0) return Math.max(...balancers.map((type) => DRAIN_SECONDS[type])) + PROPAGATION_SECONDS;
  return ports.length === 0 ? 0 : PROPAGATION_SECONDS;
}

/** Work at hand may take as long as the queue hides its message from others. */
function workSeconds({ components }: Blueprint, { worksOn }: ResolvedService): number {
  const queue = worksOn === undefined ? undefined : components[worksOn];
  return queue?.kind === 'queue' ? queue.visibilitySeconds : 0;
}
