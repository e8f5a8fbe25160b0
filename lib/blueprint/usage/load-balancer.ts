import type { UsageQuantity } from '../../contract/usage';
import { gibFromKilobits, KIB_PER_GIB } from '../../core/data-size';
import { addIntervals, type Interval, scaleInterval } from '../../core/interval';
import { SECONDS_PER_HOUR } from '../../core/time';
import type { ResolvedLoadBalancer } from '../resolved-component';
import { type Facts, messageBasis, quantity } from './facts';
import { averageOf } from './transfers';

/** Calls end after 4 min 32 s on average. Source: sample dashboard of the aiva document. */
const CALL_SECONDS = 272;

/** Usage of a load balancer. */
export function loadBalancerUsage(balancer: ResolvedLoadBalancer, facts: Facts): UsageQuantity[] {
  return balancer.type === 'application' ? applicationUsage(balancer.id, facts) : networkUsage(balancer.id, facts);
}

/** Application load balancers share the requests evenly, because documents do not state the share of each. */
function applicationUsage(id: string, facts: Facts): UsageQuantity[] {
  const { tier, traffic, busyShares } = facts;
  const busyShare = traffic.averageToPeak.value;
  const ways = Object.values(facts.components).filter((part) => part.kind === 'load-balancer' && part.type === 'application').length;
  const requestsPerSecond = scaleInterval(facts.httpRequestsPerSecond, 1 / ways);
  const messages = messagesOf(facts, ways);
  const kib = traffic.requestKib.value + traffic.responseKib.value;
  return [
    quantity(id, 'newConnectionsPerSecond', scaleInterval(requestsPerSecond, 1 / traffic.requestsPerConnection.value), {
      kind: 'http-connections',
      requestsPerSecond: requestsPerSecond.mid,
      requestsPerConnection: traffic.requestsPerConnection.value,
      busyShare: busyShares.requests,
    }),
    quantity(id, 'activeConnections', scaleInterval(tier.workload.concurrentUsers, busyShare / ways), {
      kind: 'websockets',
      users: tier.workload.concurrentUsers.mid / ways,
      busyShare,
    }),
    quantity(id, 'processedGbPerHour', gbPerHour(addIntervals(scaleInterval(requestsPerSecond, kib), messages.kibPerSecond)), {
      kind: 'http-traffic',
      requestsPerSecond: requestsPerSecond.mid,
      requestKib: kib,
      ...messageBasis(messages.perSecond, messages.kibPerSecond),
      busyShare: busyShares.requests,
    }),
  ];
}

/** Messages of one of several load balancers, with the data in both directions. */
function messagesOf({ messages }: Facts, ways: number): { readonly perSecond: Interval; readonly kibPerSecond: Interval } {
  const { perSecond, receivedKibPerSecond, sentKibPerSecond } = messages;
  return {
    perSecond: scaleInterval(perSecond, 1 / ways),
    kibPerSecond: scaleInterval(addIntervals(receivedKibPerSecond, sentKibPerSecond), 1 / ways),
  };
}

function gbPerHour(kibPerSecond: Interval): Interval {
  return scaleInterval(kibPerSecond, SECONDS_PER_HOUR / KIB_PER_GIB);
}

/** Network load balancers transfer the calls of a system, or the connections and events of users where it has no calls. */
function networkUsage(id: string, facts: Facts): UsageQuantity[] {
  return facts.callKinds.length > 0 ? callUsage(id, facts) : connectionUsage(id, facts);
}

/** No definition states which events reach users by TCP or UDP, so all of them count, each with the size of a request. */
function connectionUsage(id: string, facts: Facts): UsageQuantity[] {
  const { tier, traffic, busyShares, eventsPerSecond } = facts;
  const messages = messagesOf(facts, 1);
  const busyShare = traffic.averageToPeak.value;
  const kib = traffic.requestKib.value + traffic.responseKib.value;
  return [
    quantity(id, 'newConnectionsPerSecond', scaleInterval(eventsPerSecond, 1 / traffic.requestsPerConnection.value), {
      kind: 'event-connections',
      eventsPerSecond: eventsPerSecond.mid,
      eventsPerConnection: traffic.requestsPerConnection.value,
      busyShare: busyShares.events,
    }),
    quantity(id, 'activeConnections', scaleInterval(tier.workload.concurrentUsers, busyShare), {
      kind: 'user-connections',
      users: tier.workload.concurrentUsers.mid,
      busyShare,
    }),
    quantity(id, 'processedGbPerHour', gbPerHour(addIntervals(scaleInterval(eventsPerSecond, kib), messages.kibPerSecond)), {
      kind: 'event-traffic',
      eventsPerSecond: eventsPerSecond.mid,
      eventKib: kib,
      ...messageBasis(messages.perSecond, messages.kibPerSecond),
      busyShare: busyShares.events,
    }),
  ];
}

function callUsage(id: string, facts: Facts): UsageQuantity[] {
  const { calls, callKinds, callKilobitsPerSecond, busyShares } = facts;
  const busyShare = busyShares.calls;
  return [
    quantity(id, 'newConnectionsPerSecond', scaleInterval(calls, 1 / CALL_SECONDS), {
      kind: 'call-connections',
      calls: calls.mid,
      callSeconds: CALL_SECONDS,
      busyShare,
    }),
    quantity(id, 'activeConnections', calls, { kind: 'concurrent-calls', calls: calls.mid, busyShare }),
    quantity(id, 'processedGbPerHour', scaleInterval(callKilobitsPerSecond, 2 * gibFromKilobits(1, SECONDS_PER_HOUR)), {
      kind: 'call-traffic',
      callKinds: callKinds.map(averageOf),
      busyShare,
    }),
  ];
}
