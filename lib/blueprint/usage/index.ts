import type { UsageQuantity } from '../../contract/usage';
import { addIntervals, certain, combineIntervals, type Interval, scaleInterval } from '../../core/interval';
import { SECONDS_PER_MONTH } from '../../core/time';
import type { System } from '../../model/system';
import type { Tier } from '../../model/tier';
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
  readonly system: Pick<System, 'operations' | 'traffic'>;
  /** Volume of each operation at the peak, by operation id: events/s, or open sessions. */
  readonly volumes: ReadonlyMap<string, Interval>;
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
  const { tier, system, volumes, components, options, place } = request;
  const { operations, traffic } = system;
  const { platform, dataStores } = options;
  const busyShare = traffic.averageToPeak.value;
  const transfers = transfersOf(operations, volumes, busyShare);
  const events = eventsOf(request);
  const sendsEvents = transfers.callKinds.length === 0 && Object.values(components).some(isNetworkBalancer);
  const facts: Facts = {
    tier,
    platform,
    dataStores,
    traffic,
    components,
    httpRequestsPerSecond: scaleInterval(tier.workload.requestsPerSecond, busyShare),
    httpRequestsPerMonth: scaleInterval(tier.workload.requestsPerSecond, busyShare * SECONDS_PER_MONTH),
    requestsPerMonth: scaleInterval(sendsEvents ? events : tier.workload.requestsPerSecond, busyShare * SECONDS_PER_MONTH),
    ...transfers,
    eventsPerSecond: scaleInterval(events, busyShare),
    eventsPerMonth: (operation) => scaleInterval(volumeOf(operation, volumes), busyShare * SECONDS_PER_MONTH),
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

/** Events per second of all operations, and at least the HTTP requests, which a system with events and without HTTP ports does not have. */
function eventsOf({ tier, system: { operations }, volumes, components }: UsageRequest): Interval {
  const all = Object.entries(operations).flatMap(([id, { kind }]) => (kind === 'event' ? [volumeOf(id, volumes)] : []));
  const events = addIntervals(certain(0), ...all);
  const hasHttp = Object.values(components).some(isHttpService);
  return hasHttp || events.high === 0 ? combineIntervals(events, tier.workload.requestsPerSecond, Math.max) : events;
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
