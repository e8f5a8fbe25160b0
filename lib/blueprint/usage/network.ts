import type { UsageQuantity } from '../../contract/usage';
import { gibFromKilobits, KIB_PER_GIB } from '../../core/data-size';
import { addIntervals, certain, scaleInterval } from '../../core/interval';
import { rounded } from '../../core/number-format';
import { SECONDS_PER_MONTH } from '../../core/time';
import { type Facts, millions, offload, quantity, storedMonths } from './facts';
import { callsText } from './transfers';

/** Bytes of flow-log records for a connection: one record of about 120 bytes for each side. Source: VPC flow log format. */
const FLOW_LOG_KIB_PER_CONNECTION = 0.24;

/** Usage of the network. */
export function networkUsage(facts: Facts): UsageQuantity[] {
  const { traffic, requestsPerMonth, calls, callKilobitsPerSecond, busy } = facts;
  const answers = scaleInterval(requestsPerMonth, (traffic.responseKib.value * (1 - offload(facts))) / KIB_PER_GIB);
  const audio = scaleInterval(callKilobitsPerSecond, gibFromKilobits(1, SECONDS_PER_MONTH));
  const toExternal = scaleInterval(requestsPerMonth, traffic.externalKibPerRequest.value / KIB_PER_GIB);
  const connections = scaleInterval(requestsPerMonth, 1 / traffic.requestsPerConnection.value);
  const flowLogs = scaleInterval(connections, FLOW_LOG_KIB_PER_CONNECTION / KIB_PER_GIB);
  return [
    quantity(
      'network',
      'internetOutGb',
      // The audio of a call is sent twice: to the caller and to the model.
      addIntervals(answers, scaleInterval(audio, 2), toExternal),
      `${millions(requestsPerMonth.mid)} answers of ${traffic.responseKib.value} KiB${offload(facts) > 0 ? `, ${offload(facts)} of it by the CDN` : ''}` +
        `${ofCalls(facts, `, ${callsText(facts)} to caller and model`)}; ${busy}`,
    ),
    interZoneUsage(facts),
    ...(!hasNat(facts)
      ? []
      : [
          quantity(
            'network',
            'natProcessedGb',
            addIntervals(scaleInterval(audio, 2), scaleInterval(toExternal, 2)),
            `${ofCalls(facts, `${rounded(calls.mid)} calls to and from the model, `)}${traffic.externalKibPerRequest.value} KiB each way for a request to external APIs`,
          ),
        ]),
    quantity(
      'network',
      'logIngestGb',
      flowLogs,
      `flow logs: ${FLOW_LOG_KIB_PER_CONNECTION} KiB for each of ${millions(connections.mid)} connections`,
    ),
    quantity(
      'network',
      'logStoredGb',
      scaleInterval(flowLogs, storedMonths(traffic)),
      `flow logs retained for ${traffic.logRetentionDays.value} days`,
    ),
  ];
}

function interZoneUsage(facts: Facts): UsageQuantity {
  const { traffic, requestsPerMonth } = facts;
  if (hasSingleHost(facts)) return quantity('network', 'interZoneGb', certain(0), '0 GB: a single host is in one zone');
  return quantity(
    'network',
    'interZoneGb',
    scaleInterval(requestsPerMonth, traffic.interZoneKibPerRequest.value / KIB_PER_GIB),
    `${millions(requestsPerMonth.mid)} requests × ${traffic.interZoneKibPerRequest.value} KiB that cross zones`,
  );
}

/** A phrase about calls, for systems with calls. */
function ofCalls({ calls }: Facts, words: string): string {
  return calls.high === 0 ? '' : words;
}

function hasNat(facts: Facts): boolean {
  return facts.tier.network.natGateways > 0 && !hasSingleHost(facts);
}

function hasSingleHost({ components }: Facts): boolean {
  return Object.values(components).some((component) => component.kind === 'node-pool' && component.singleHost !== undefined);
}
