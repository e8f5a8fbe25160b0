import type { UsageQuantity } from '../../contract/usage';
import { gibFromKilobits, KIB_PER_GIB } from '../../core/data-size';
import { scaleInterval } from '../../core/interval';
import { rounded } from '../../core/number-format';
import { SECONDS_PER_HOUR } from '../../core/time';
import type { ResolvedLoadBalancer } from '../resolved-component';
import { type Facts, quantity } from './facts';
import { callsText } from './transfers';

/** Calls end after 4 min 32 s on average. Source: sample dashboard of the aiva document. */
const CALL_SECONDS = 272;

/** Usage of a load balancer. */
export function loadBalancerUsage(balancer: ResolvedLoadBalancer, facts: Facts): UsageQuantity[] {
  return balancer.type === 'application' ? applicationUsage(balancer.id, facts) : networkUsage(balancer.id, facts);
}

/** Application load balancers share the requests evenly, because documents do not state the share of each. */
function applicationUsage(id: string, facts: Facts): UsageQuantity[] {
  const { tier, traffic, busy } = facts;
  const ways = Object.values(facts.components).filter((part) => part.kind === 'load-balancer' && part.type === 'application').length;
  const requestsPerSecond = scaleInterval(facts.requestsPerSecond, 1 / ways);
  const kib = traffic.requestKib.value + traffic.responseKib.value;
  return [
    quantity(
      id,
      'newConnectionsPerSecond',
      scaleInterval(requestsPerSecond, 1 / traffic.requestsPerConnection.value),
      `${rounded(requestsPerSecond.mid)} requests/s, ${traffic.requestsPerConnection.value} per connection; ${busy}`,
    ),
    quantity(
      id,
      'activeConnections',
      scaleInterval(tier.workload.concurrentUsers, traffic.averageToPeak.value / ways),
      `one WebSocket for each of ${rounded(tier.workload.concurrentUsers.mid / ways)} users; ${busy}`,
    ),
    quantity(
      id,
      'processedGbPerHour',
      scaleInterval(requestsPerSecond, (kib * SECONDS_PER_HOUR) / KIB_PER_GIB),
      `${rounded(requestsPerSecond.mid)} requests/s × ${kib} KiB; ${busy}`,
    ),
  ];
}

function networkUsage(id: string, facts: Facts): UsageQuantity[] {
  const { calls, callKilobitsPerSecond, busy } = facts;
  return [
    quantity(
      id,
      'newConnectionsPerSecond',
      scaleInterval(calls, 1 / CALL_SECONDS),
      `${rounded(calls.mid)} calls of ${CALL_SECONDS} s; ${busy}`,
    ),
    quantity(id, 'activeConnections', calls, `${rounded(calls.mid)} concurrent calls; ${busy}`),
    quantity(
      id,
      'processedGbPerHour',
      scaleInterval(callKilobitsPerSecond, 2 * gibFromKilobits(1, SECONDS_PER_HOUR)),
      `${callsText(facts, '×')} each way; ${busy}`,
    ),
  ];
}
