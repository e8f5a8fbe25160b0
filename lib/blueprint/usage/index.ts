import type { UsageQuantity } from '../../contract/usage';
import { scaleInterval } from '../../core/interval';
import { HOURS_PER_MONTH, SECONDS_PER_MINUTE, SECONDS_PER_MONTH } from '../../core/time';
import type { Tier } from '../../model/tier';
import type { Traffic } from '../../model/workload';
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
import type { Facts } from './facts';
import { loadBalancerUsage } from './load-balancer';
import { networkUsage } from './network';
import { nodePoolUsage } from './node-pool';
import { observabilityUsage } from './observability';
import { queueUsage } from './queue';
import { replicationUsage } from './replication';
import { serviceUsage } from './service';
import { vectorStoreUsage } from './vector-store';

/**
 * Usage that the estimate needs and no template contains, from the workload of the tier and the traffic assumptions of the system.
 * Each quantity states its assumption.
 */
export function usageOf(
  tier: Tier,
  traffic: Traffic,
  components: Readonly<Record<string, ResolvedComponent>>,
  { platform, dataStores }: Pick<ResolvedOptions, 'platform' | 'dataStores'>,
  place?: Place,
): UsageQuantity[] {
  const busyShare = traffic.averageToPeak.value;
  const facts: Facts = {
    tier,
    platform,
    dataStores,
    traffic,
    components,
    requestsPerSecond: scaleInterval(tier.workload.requestsPerSecond, busyShare),
    requestsPerMonth: scaleInterval(tier.workload.requestsPerSecond, busyShare * SECONDS_PER_MONTH),
    calls: scaleInterval(tier.workload.voiceCalls, busyShare),
    uploadsPerMonth: scaleInterval(tier.workload.uploadsPerHour, busyShare * HOURS_PER_MONTH),
    modelRequestsPerMonth: scaleInterval(tier.workload.modelRequestsPerMinute, (busyShare * SECONDS_PER_MONTH) / SECONDS_PER_MINUTE),
    busy: `${busyShare} of the peak on average`,
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
