import type { UsageQuantity } from '../../contract/usage';
import { addIntervals, certain, combineIntervals, type Interval, scaleInterval } from '../../core/interval';
import { SECONDS_PER_MONTH } from '../../core/time';
import { averageLoad, averageRequests, averageVolumes } from '../../model/monthly-averages';
import type { System } from '../../model/system';
import type { Tier } from '../../model/tier';
import { fixedPartOf } from '../../model/volumes';
import type { ResolvedOptions } from '../blueprint';
import type { Place } from '../context';
import type { ResolvedComponent } from '../resolved-component';
import { backupStorageUsage } from './backup-storage';
import { bucketUsage } from './bucket';
import { cacheUsage } from './cache';
import { cdnUsage } from './cdn';
import { clusterUsage } from './cluster';
import { databaseUsage } from './database';
import { documentStoreUsage } from './document-store';
import { type Facts, isHttpService } from './facts';
import { loadBalancerUsage } from './load-balancer';
import { networkUsage } from './network';
import { nodePoolUsage } from './node-pool';
import { observabilityUsage } from './observability';
import { queueUsage } from './queue';
import { replicationUsage } from './replication';
import { serviceUsage } from './service';
import { transfersOf, volumeOf } from './transfers';
import { vectorStoreUsage } from './vector-store';

/** A tier under its workload, from which usage is derived. */
export interface UsageRequest {
  /** The tier. */
  readonly tier: Tier;
  /** Operations and traffic assumptions of its system. */
  readonly system: Pick<System, 'operations' | 'traffic' | 'tiers'>;
  /** Resolved components by id. */
  readonly components: Readonly<Record<string, ResolvedComponent>>;
  /** Platform of the services, and how data stores run. */
  readonly options: Pick<ResolvedOptions, 'platform' | 'dataStores'>;
  /** Role of the region of the tier; absent with one region. */
  readonly place?: Place;
}

/**
 * Usage that the estimate needs and no template contains, from the workload of the tier and the traffic assumptions of the system.
 * Each quantity has its basis.
 */
export function usageOf(request: UsageRequest): UsageQuantity[] {
  const { tier, system, components, options, place } = request;
  const { operations, traffic } = system;
  const { platform, dataStores } = options;
  const averageToPeak = traffic.averageToPeak.value;
  const averages = averageVolumes(system, tier.workload, averageToPeak);
  const transfers = transfersOf(operations, averages);
  const requestsPerSecond = averageRequests(system, tier.workload, averageToPeak);
  const eventsPerSecond = eventsOf(request, averages, requestsPerSecond);
  const sendsEvents = transfers.callKinds.length === 0 && Object.values(components).some(isNetworkBalancer);
  const requestsPerMonth = scaleInterval(sendsEvents ? eventsPerSecond : requestsPerSecond, SECONDS_PER_MONTH);
  const facts: Facts = {
    tier,
    platform,
    dataStores,
    traffic,
    components,
    httpRequestsPerSecond: requestsPerSecond,
    httpRequestsPerMonth: scaleInterval(requestsPerSecond, SECONDS_PER_MONTH),
    requestsPerMonth,
    handledPerMonth: addIntervals(requestsPerMonth, scaleInterval(transfers.messages.perSecond, SECONDS_PER_MONTH)),
    ...transfers,
    eventsPerSecond,
    eventsPerMonth: (operation) => scaleInterval(volumeOf(operation, averages), SECONDS_PER_MONTH),
    averageLoad: averageLoad(system, tier.workload),
    busyShares: busyShares(request, { requestsPerSecond, eventsPerSecond, calls: transfers.calls }),
  };
  return [
    ...networkUsage(facts),
    ...(place === undefined || place.primary !== undefined ? [] : replicationUsage(place, facts)),
    ...observabilityUsage(facts),
    ...clusterUsage(facts),
    ...backupStorageUsage(facts),
    ...Object.values(components).flatMap((component) => componentUsage(component, facts)),
  ];
}

function isNetworkBalancer(component: ResolvedComponent): boolean {
  return component.kind === 'load-balancer' && component.type === 'network';
}

/** Average events per second of all operations without messages, and at least the HTTP requests, which a system with events and without HTTP ports does not have. */
function eventsOf(
  { system: { operations }, components }: UsageRequest,
  averages: ReadonlyMap<string, Interval>,
  requestsPerSecond: Interval,
): Interval {
  const kinds = Object.entries(operations).filter(([, { kind }]) => kind === 'event');
  const all = kinds.flatMap(([id, { transfer }]) => (transfer?.message === undefined ? [volumeOf(id, averages)] : []));
  const events = addIntervals(certain(0), ...all);
  const hasHttp = Object.values(components).some(isHttpService);
  const hasEvents = kinds.some(([id]) => volumeOf(id, averages).high > 0);
  return hasHttp || !hasEvents ? combineIntervals(events, requestsPerSecond, Math.max) : events;
}

/** Averages over the month as shares of the peak: that of users, unless fixed amounts are the same at all times. */
function busyShares(
  request: UsageRequest,
  average: Pick<Facts, 'eventsPerSecond' | 'calls'> & { readonly requestsPerSecond: Interval },
): Facts['busyShares'] {
  const { system, tier } = request;
  const { operations, traffic } = system;
  const averageToPeak = traffic.averageToPeak.value;
  if (fixedPartOf(system, tier.workload) === undefined) return { requests: averageToPeak, events: averageToPeak, calls: averageToPeak };
  const volumes = averageVolumes(system, tier.workload, 1);
  const requests = averageRequests(system, tier.workload, 1);
  const shareOf = (mid: number, peak: number) => (peak === 0 ? averageToPeak : mid / peak);
  return {
    requests: shareOf(average.requestsPerSecond.mid, requests.mid),
    events: shareOf(average.eventsPerSecond.mid, eventsOf(request, volumes, requests).mid),
    calls: shareOf(average.calls.mid, transfersOf(operations, volumes).calls.mid),
  };
}

/** The registry of kinds: a kind without a line here does not compile. */
function componentUsage(component: ResolvedComponent, facts: Facts): readonly UsageQuantity[] {
  switch (component.kind) {
    case 'service':
      return serviceUsage(component, facts);
    case 'node-pool':
      return nodePoolUsage(component, facts);
    case 'load-balancer':
      return loadBalancerUsage(component, facts);
    case 'database':
      return databaseUsage(component, facts);
    case 'document-store':
      return documentStoreUsage(component, facts);
    case 'cache':
      return cacheUsage(component, facts);
    case 'bucket':
      return bucketUsage(component.id, facts);
    case 'queue':
      return queueUsage(component, facts);
    case 'cdn':
      return cdnUsage(component, facts);
    case 'vector-store':
      return vectorStoreUsage(component, facts);
    case 'external':
      return [];
  }
}
