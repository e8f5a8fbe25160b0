import type { UsageQuantity } from '../../contract/usage';
import { gibFromKilobits, KIB_PER_GIB } from '../../core/data-size';
import { addIntervals, certain, combineIntervals, type Interval, scaleInterval } from '../../core/interval';
import { SECONDS_PER_MONTH } from '../../core/time';
import { type Facts, messageBasis, offload, quantity, storedMonths } from './facts';
import { averageWithModel } from './transfers';

/** Bytes of flow-log records for a connection: one record of about 120 bytes for each side. Source: VPC flow log format. */
const FLOW_LOG_KIB_PER_CONNECTION = 0.24;

/** Usage of the network. */
export function networkUsage(facts: Facts): UsageQuantity[] {
  const { traffic, busyShares, requestsPerMonth, httpRequestsPerMonth, calls, callKinds, callKilobitsPerSecond, messages } = facts;
  const hasCalls = calls.high > 0;
  const cdnShare = offload(facts);
  const responses = combineIntervals(requestsPerMonth, httpRequestsPerMonth, (all, byHttp) => all - cdnShare * byHttp);
  const responseGib = scaleInterval(responses, traffic.responseKib.value / KIB_PER_GIB);
  const audio = scaleInterval(callKilobitsPerSecond, gibFromKilobits(1, SECONDS_PER_MONTH));
  const toModels = scaleInterval(facts.modelKilobitsPerSecond, gibFromKilobits(1, SECONDS_PER_MONTH));
  const ofModels = addIntervals(certain(0), ...callKinds.flatMap((kind) => (kind.modelKilobitsPerSecond > 0 ? [kind.calls] : [])));
  const toExternal = scaleInterval(requestsPerMonth, traffic.externalKibPerRequest.value / KIB_PER_GIB);
  const connections = scaleInterval(requestsPerMonth, 1 / traffic.requestsPerConnection.value);
  const flowLogs = scaleInterval(connections, FLOW_LOG_KIB_PER_CONNECTION / KIB_PER_GIB);
  return [
    quantity(
      'network',
      'internetOutGb',
      // The audio of a call is sent to the caller and to the model.
      addIntervals(responseGib, gibPerMonth(messages.sentKibPerSecond), audio, toModels, toExternal),
      {
        kind: 'internet-traffic',
        responses: requestsPerMonth.mid,
        responseKib: traffic.responseKib.value,
        cdnShare: requestsPerMonth.mid === 0 ? cdnShare : (cdnShare * httpRequestsPerMonth.mid) / requestsPerMonth.mid,
        callKinds: hasCalls ? callKinds.map(averageWithModel) : [],
        ...messageBasis(messages.perSecond, messages.sentKibPerSecond),
        busyShare: busyShares.requests,
      },
    ),
    interZoneUsage(facts),
    ...(!hasNat(facts)
      ? []
      : [
          quantity('network', 'natProcessedGb', addIntervals(scaleInterval(toModels, 2), scaleInterval(toExternal, 2)), {
            kind: 'nat-traffic',
            ...(ofModels.high > 0 && { calls: ofModels.mid }),
            externalKib: traffic.externalKibPerRequest.value,
          }),
        ]),
    quantity('network', 'logIngestGb', flowLogs, {
      kind: 'flow-logs',
      connectionKib: FLOW_LOG_KIB_PER_CONNECTION,
      connections: connections.mid,
    }),
    quantity('network', 'logStoredGb', scaleInterval(flowLogs, storedMonths(traffic)), {
      kind: 'retained-flow-logs',
      retentionDays: traffic.logRetentionDays.value,
    }),
  ];
}

function interZoneUsage(facts: Facts): UsageQuantity {
  const { traffic, requestsPerMonth, messages } = facts;
  if (hasSingleHost(facts)) return quantity('network', 'interZoneGb', certain(0), { kind: 'single-zone' });
  const zoneKib = traffic.interZoneKibPerRequest.value;
  // A message and the data that it causes cross a zone once on the way between services, databases and caches.
  const messageKib = addIntervals(messages.receivedKibPerSecond, messages.sentKibPerSecond);
  const gib = addIntervals(scaleInterval(requestsPerMonth, zoneKib / KIB_PER_GIB), gibPerMonth(messageKib));
  return quantity('network', 'interZoneGb', gib, {
    kind: 'zone-traffic',
    requests: requestsPerMonth.mid,
    zoneKib,
    ...messageBasis(messages.perSecond, messageKib),
  });
}

function gibPerMonth(kibPerSecond: Interval): Interval {
  return scaleInterval(kibPerSecond, SECONDS_PER_MONTH / KIB_PER_GIB);
}

function hasNat(facts: Facts): boolean {
  return facts.tier.network.natGateways > 0 && !hasSingleHost(facts);
}

function hasSingleHost({ components }: Facts): boolean {
  return Object.values(components).some((component) => component.kind === 'node-pool' && component.singleHost !== undefined);
}
