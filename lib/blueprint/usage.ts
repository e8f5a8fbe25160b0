import type { Component, Tier, Traffic } from '../model';
import { baselineShare } from '../sizing';
import {
  addIntervals,
  certain,
  DAYS_PER_MONTH,
  gibFromKilobits,
  HOURS_PER_MONTH,
  type Interval,
  KIB_PER_GIB,
  mapInterval,
  SECONDS_PER_HOUR,
  SECONDS_PER_MONTH,
  scaleInterval,
} from '../units';
import type { ResolvedComponent, ResolvedNodePool, ResolvedService, UsageKey, UsageQuantity } from './blueprint';

/** Calls end after 4 min 32 s on average. Source: sample dashboard of the aiva document. */
const CALL_SECONDS = 272;

/** Messages of a queue are sent, received and deleted: three requests each. */
const QUEUE_REQUESTS_PER_MESSAGE = 3;

/** Long polling waits at most 20 s, so an idle worker asks three times a minute. Source: Amazon SQS developer guide. */
const POLLS_PER_SECOND = 1 / 20;

/** A file is written once and read back while it is processed and shown. */
const READS_PER_UPLOAD = 10;

/** Log volume of a service without HTTP, as a share of what requests leave. */
const WORKER_LOG_SHARE = 0.1;

/** Bytes of flow-log records for a connection: one record of about 120 bytes for each side. Source: VPC flow log format. */
const FLOW_LOG_KIB_PER_CONNECTION = 0.24;

/** Share of its memory that a cache's snapshot takes. */
const SNAPSHOT_SHARE = 0.6;

/** Tasks are restarted about daily by deployments and scaling; each start reads each of its secrets. */
const STARTS_PER_INSTANCE = DAYS_PER_MONTH;

/** Everything that one derivation may look at. */
interface Facts {
  readonly tier: Tier;
  readonly traffic: Traffic;
  readonly components: Readonly<Record<string, ResolvedComponent>>;
  /** Averaged over the month. */
  readonly requestsPerSecond: Interval;
  readonly requestsPerMonth: Interval;
  readonly calls: Interval;
  readonly uploadsPerMonth: Interval;
  readonly busy: string;
}

type Quantities = readonly UsageQuantity[];

/**
 * The quantities of use that the bill needs and no template holds, from the tier's workload and the system's traffic
 * assumptions. Each says how it came about.
 */
export function usageOf(tier: Tier, traffic: Traffic, components: Readonly<Record<string, ResolvedComponent>>): UsageQuantity[] {
  const busyShare = traffic.averageToPeak.value;
  const facts: Facts = {
    tier,
    traffic,
    components,
    requestsPerSecond: scaleInterval(tier.workload.requestsPerSecond, busyShare),
    requestsPerMonth: scaleInterval(tier.workload.requestsPerSecond, busyShare * SECONDS_PER_MONTH),
    calls: scaleInterval(tier.workload.voiceCalls, busyShare),
    uploadsPerMonth: scaleInterval(tier.workload.uploadsPerHour, busyShare * HOURS_PER_MONTH),
    busy: `${busyShare} of the peak on average`,
  };
  return [...networkUsage(facts), ...Object.values(components).flatMap((component) => componentUsage(component, facts))];
}

/** The registry of kinds: a kind without a line here does not compile. */
function componentUsage(component: ResolvedComponent, facts: Facts): Quantities {
  switch (component.kind) {
    case 'service':
      return serviceUsage(component, facts);
    case 'node-pool':
      return nodePoolUsage(component, facts);
    case 'load-balancer':
      return component.type === 'application' ? applicationBalancerUsage(component.id, facts) : networkBalancerUsage(component.id, facts);
    case 'database':
      return component.deployment === 'container'
        ? []
        : [
            ...backupUsage(component.id, component.storageGib, facts),
            quantity(
              component.id,
              'apiCalls',
              secretReads(component.id, facts),
              'each task reads the credentials when it starts, about once a day',
            ),
          ];
    case 'document-store':
      return component.deployment === 'container' ? [] : backupUsage(component.id, component.storageGib, facts);
    case 'cache':
      return component.deployment === 'container'
        ? []
        : [
            quantity(
              component.id,
              'backupGb',
              certain(component.memoryGib * SNAPSHOT_SHARE * Math.max(0, component.snapshotRetentionDays - 1)),
              `${component.snapshotRetentionDays} daily snapshots, the first free, of ${SNAPSHOT_SHARE} × ${component.memoryGib} GiB`,
            ),
          ];
    case 'bucket':
      return bucketUsage(component.id, facts);
    case 'queue':
      return [queueUsage(component.id, facts)];
    case 'cdn':
      return cdnUsage(component.id, component.origin, facts);
    case 'vector-store':
    case 'external':
      return [];
  }
}

function networkUsage(facts: Facts): Quantities {
  const { traffic, requestsPerMonth, calls, busy } = facts;
  const answers = scaleInterval(requestsPerMonth, (traffic.responseKib.value * (1 - offload(facts))) / KIB_PER_GIB);
  const audio = scaleInterval(calls, gibFromKilobits(traffic.callKilobitsPerSecond.value, SECONDS_PER_MONTH));
  const toExternal = scaleInterval(requestsPerMonth, traffic.externalKibPerRequest.value / KIB_PER_GIB);
  const connections = scaleInterval(requestsPerMonth, 1 / traffic.requestsPerConnection.value);
  const flowLogs = scaleInterval(connections, FLOW_LOG_KIB_PER_CONNECTION / KIB_PER_GIB);
  return [
    quantity(
      'network',
      'internetOutGb',
      // A call's audio leaves twice: to the caller and to the model.
      addIntervals(answers, scaleInterval(audio, 2), toExternal),
      `${millions(requestsPerMonth.mid)} answers of ${traffic.responseKib.value} KiB${offload(facts) > 0 ? `, ${offload(facts)} of it by the CDN` : ''}, ` +
        `${rounded(calls.mid)} calls of ${traffic.callKilobitsPerSecond.value} kbit/s to caller and model; ${busy}`,
    ),
    quantity(
      'network',
      'interZoneGb',
      scaleInterval(requestsPerMonth, traffic.interZoneKibPerRequest.value / KIB_PER_GIB),
      `${millions(requestsPerMonth.mid)} requests × ${traffic.interZoneKibPerRequest.value} KiB that cross zones`,
    ),
    ...(!hasNat(facts)
      ? []
      : [
          quantity(
            'network',
            'natProcessedGb',
            addIntervals(scaleInterval(audio, 2), scaleInterval(toExternal, 2)),
            `${rounded(calls.mid)} calls to and from the model, ${traffic.externalKibPerRequest.value} KiB each way for a request to external APIs`,
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
      `flow logs kept ${traffic.logRetentionDays.value} days`,
    ),
  ];
}

function serviceUsage(service: ResolvedService, facts: Facts): Quantities {
  const { traffic, requestsPerMonth } = facts;
  const http = Object.values(facts.components).filter(isHttpService);
  const share = isHttpService(service) ? 1 / http.length : WORKER_LOG_SHARE;
  const ingest = scaleInterval(requestsPerMonth, (traffic.logKibPerRequest.value * share) / KIB_PER_GIB);
  const logs = [
    quantity(
      service.id,
      'logIngestGb',
      ingest,
      `${millions(requestsPerMonth.mid)} requests × ${traffic.logKibPerRequest.value} KiB${share === 1 ? '' : ` × ${rounded(share)}`}`,
    ),
    quantity(service.id, 'logStoredGb', scaleInterval(ingest, storedMonths(traffic)), `logs kept ${traffic.logRetentionDays.value} days`),
  ];
  if (service.pool !== undefined) return logs;
  return [...logs, expectedCount(service.id, service.instances.expected)];
}

function nodePoolUsage(pool: ResolvedNodePool, facts: Facts): Quantities {
  return [expectedCount(pool.id, pool.nodes.expected), ...creditUsage(pool, facts)];
}

/** Processor time above the baseline, as if the load were spread evenly over the month. */
function creditUsage(pool: ResolvedNodePool, { tier, traffic, components, busy }: Facts): Quantities {
  const baseline = baselineShare(pool.instanceType);
  if (baseline === 1) return [];
  const vcpu = Object.values(components)
    .filter((component) => component.kind === 'service' && component.pool === pool.id)
    .reduce((sum, component) => sum + (component.kind === 'service' ? (component.cpuUnits / 1_024) * component.instances.expected : 0), 0);
  const surplusHours = (load: number) => Math.max(0, load * traffic.averageToPeak.value - baseline) * vcpu * HOURS_PER_MONTH;
  const peakOf = (users: number) => Math.min(1, users / tier.workload.concurrentUsers.high);
  const { low, mid, high } = tier.workload.concurrentUsers;
  return [
    quantity(
      pool.id,
      'surplusCreditVcpuHours',
      { low: surplusHours(peakOf(low)), mid: surplusHours(peakOf(mid)), high: surplusHours(peakOf(high)) },
      `average load of ${rounded(vcpu)} vCPU above the baseline of ${baseline * 100} % of ${pool.instanceType}; ${busy}`,
    ),
  ];
}

function applicationBalancerUsage(id: string, { tier, traffic, requestsPerSecond, busy }: Facts): Quantities {
  const kib = traffic.requestKib.value + traffic.responseKib.value;
  return [
    quantity(
      id,
      'newConnectionsPerSecond',
      scaleInterval(requestsPerSecond, 1 / traffic.requestsPerConnection.value),
      `${rounded(requestsPerSecond.mid)} requests/s, ${traffic.requestsPerConnection.value} a connection; ${busy}`,
    ),
    quantity(
      id,
      'activeConnections',
      scaleInterval(tier.workload.concurrentUsers, traffic.averageToPeak.value),
      `one WebSocket for each of ${rounded(tier.workload.concurrentUsers.mid)} users; ${busy}`,
    ),
    quantity(
      id,
      'processedGbPerHour',
      scaleInterval(requestsPerSecond, (kib * SECONDS_PER_HOUR) / KIB_PER_GIB),
      `${rounded(requestsPerSecond.mid)} requests/s × ${kib} KiB; ${busy}`,
    ),
  ];
}

function networkBalancerUsage(id: string, { traffic, calls, busy }: Facts): Quantities {
  return [
    quantity(
      id,
      'newConnectionsPerSecond',
      scaleInterval(calls, 1 / CALL_SECONDS),
      `${rounded(calls.mid)} calls of ${CALL_SECONDS} s; ${busy}`,
    ),
    quantity(id, 'activeConnections', calls, `${rounded(calls.mid)} calls at a time; ${busy}`),
    quantity(
      id,
      'processedGbPerHour',
      scaleInterval(calls, 2 * gibFromKilobits(traffic.callKilobitsPerSecond.value, SECONDS_PER_HOUR)),
      `${rounded(calls.mid)} calls × ${traffic.callKilobitsPerSecond.value} kbit/s each way; ${busy}`,
    ),
  ];
}

function backupUsage(id: string, storageGib: number, { traffic }: Facts): Quantities {
  const share = traffic.backupShare.value;
  return [
    quantity(
      id,
      'backupGb',
      certain(Math.max(0, share - 1) * storageGib),
      `backups of ${share} × ${storageGib} GiB, of which the size of the database is free`,
    ),
  ];
}

function bucketUsage(id: string, { tier, uploadsPerMonth }: Facts): Quantities {
  const bucket: Component | undefined = tier.components[id];
  const storageGib = bucket?.kind === 'bucket' ? bucket.storageGib : 0;
  return [
    quantity(id, 'storedGb', certain(storageGib), `the ${storageGib} GiB of files that the tier is made for`),
    quantity(id, 'putRequests', uploadsPerMonth, `${rounded(uploadsPerMonth.mid)} uploads a month`),
    quantity(id, 'getRequests', scaleInterval(uploadsPerMonth, READS_PER_UPLOAD), `${READS_PER_UPLOAD} reads for each upload`),
  ];
}

function queueUsage(id: string, { components, uploadsPerMonth }: Facts): UsageQuantity {
  const workers = Object.values(components).filter((component) => component.kind === 'service' && component.worksOn === id);
  const consumers = workers.reduce((sum, worker) => sum + (worker.kind === 'service' ? worker.instances.expected * worker.workers : 0), 0);
  const polls = certain(consumers * POLLS_PER_SECOND * SECONDS_PER_MONTH);
  return quantity(
    id,
    'queueRequests',
    addIntervals(scaleInterval(uploadsPerMonth, QUEUE_REQUESTS_PER_MESSAGE), polls),
    `${QUEUE_REQUESTS_PER_MESSAGE} requests for each of ${rounded(uploadsPerMonth.mid)} messages, ${consumers} workers that poll every 20 s`,
  );
}

function cdnUsage(id: string, origin: string, facts: Facts): Quantities {
  const { traffic, requestsPerMonth } = facts;
  const share = offload(facts);
  return [
    quantity(
      id,
      'cdnOutGb',
      scaleInterval(requestsPerMonth, (traffic.responseKib.value * share) / KIB_PER_GIB),
      `${share} of ${millions(requestsPerMonth.mid)} answers of ${traffic.responseKib.value} KiB, from ${origin}`,
    ),
    quantity(id, 'cdnRequests', scaleInterval(requestsPerMonth, share), `${share} of ${millions(requestsPerMonth.mid)} requests`),
  ];
}

function offload({ tier, components }: Facts): number {
  const cdn = Object.keys(components).find((id) => components[id]?.kind === 'cdn');
  const component = cdn === undefined ? undefined : tier.components[cdn];
  return component?.kind === 'cdn' ? component.offloadShare : 0;
}

function secretReads(databaseId: string, { components }: Facts): Interval {
  const readers = Object.values(components).filter((component) => component.kind === 'service' && component.uses.includes(databaseId));
  return certain(
    readers.reduce((sum, reader) => sum + (reader.kind === 'service' ? reader.instances.expected * STARTS_PER_INSTANCE : 0), 0),
  );
}

function hasNat({ tier, components }: Facts): boolean {
  return (
    tier.network.natGateways > 0 && !Object.values(components).some((component) => component.kind === 'node-pool' && component.singleHost)
  );
}

function isHttpService(component: ResolvedComponent): component is ResolvedService {
  return component.kind === 'service' && component.ports.some(({ protocol }) => protocol === 'http');
}

function storedMonths(traffic: Traffic): number {
  return traffic.logRetentionDays.value / DAYS_PER_MONTH;
}

function expectedCount(component: string, count: number): UsageQuantity {
  return quantity(component, 'expectedCount', certain(count), `${count} under the expected load`);
}

function quantity(component: string, key: UsageKey, amount: Interval, assumption: string): UsageQuantity {
  return { component, key, quantity: mapInterval(amount, sixDigits), assumption };
}

/** Six significant digits: more would claim a precision that assumptions do not have, and differ between processors. */
function sixDigits(value: number): number {
  return Number(value.toPrecision(6));
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function millions(value: number): string {
  return value >= 1e6 ? `${rounded(value / 1e6)} million` : rounded(value);
}
