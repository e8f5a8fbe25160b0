import type { ResolvedCache } from '../../blueprint/resolved-component';
import { exactPercent } from '../../core/number-format';
import { type Alert, atLevels, levelOf } from './alert';
import type { Store } from './store';

/** Reads a second below which a hit rate says nothing. */
const LEAST_READS_PER_SECOND = 1;

/** Redis and Valkey by redis_exporter. */
export function redisAlerts(store: Store, { id, topology, replicasPerShard }: ResolvedCache): Alert[] {
  const { scope, all } = store;
  const hits = levelOf(scope, 'cache-hits', id);
  return [
    ...atLevels(levelOf(scope, 'memory', id), (level) => ({
      name: 'CacheMemoryHigh',
      component: id,
      expr: `redis_memory_used_bytes${all} / (redis_memory_max_bytes${all} > 0) > ${level}`,
      summary: `{{ $labels.pod }} holds more than ${exactPercent(level)} of what it may`,
      description: '{{ $value | humanizePercentage }} of maxmemory is used; at 100% it evicts keys or refuses writes.',
      runbook: `redis-cli --bigkeys and INFO keyspace on {{ $labels.pod }}: keys without expiry grow for ever. Otherwise more memoryGib or shards in the tier.`,
    })),
    {
      name: 'CacheEvicting',
      severity: 'warning',
      component: id,
      expr: `rate(redis_evicted_keys_total${all}[5m]) > 0`,
      forMinutes: 10,
      summary: '{{ $labels.pod }} throws keys away for want of memory',
      description: '{{ $value | humanize }} keys a second are evicted before they expire; the database answers in their place.',
      runbook: 'Compare the hit rate and the load of the database with last week; more memory for the cache, or shorter lives of its keys.',
    },
    {
      name: 'CacheRefusesClients',
      severity: 'critical',
      component: id,
      expr: `increase(redis_rejected_connections_total${all}[5m]) > 0`,
      forMinutes: 0,
      summary: '{{ $labels.pod }} refuses connections',
      description: '{{ $value | humanize }} connections were refused in five minutes: maxclients is reached.',
      runbook: `CLIENT LIST on {{ $labels.pod }} by address: a client that opens one connection for each request, or more instances than planned.`,
    },
    ...atLevels(hits, (level) => ({
      name: 'CacheHitsLow',
      component: id,
      expr: [
        `sum by (namespace) (rate(redis_keyspace_hits_total${all}[15m]))`,
        `/ (sum by (namespace) (rate(redis_keyspace_hits_total${all}[15m]) + rate(redis_keyspace_misses_total${all}[15m])) > ${LEAST_READS_PER_SECOND})`,
        `< ${level}`,
      ].join('\n'),
      summary: `${id} answers less than ${exactPercent(level)} of reads`,
      description: 'Only {{ $value | humanizePercentage }} of reads are hits; the rest goes to the database.',
      runbook:
        'After a flush or a restart it recovers by itself. Otherwise keys have changed (a release), expire too early or are evicted.',
    })).filter(({ severity }) => severity === 'warning'),
    ...(topology === 'cluster' ? [clusterAlert(store, id)] : []),
    ...(replicasPerShard > 0 ? [replicaAlert(store, id)] : []),
  ];
}

function clusterAlert({ scope, all }: Store, id: string): Alert {
  return {
    name: 'CacheClusterBroken',
    severity: 'critical',
    component: id,
    expr: `redis_cluster_state${all} == 0`,
    forMinutes: 1,
    summary: `${id}: {{ $labels.pod }} sees a broken cluster`,
    description: 'Some hash slots have no master: all commands are refused, or those for their keys.',
    runbook: `kubectl -n ${scope.namespace} exec {{ $labels.pod }} -- sh -c 'redis-cli -a "$REDIS_PASSWORD" cluster nodes': pods whose address changed must meet again; a master without a replica comes back with its volume.`,
  };
}

function replicaAlert({ all }: Store, id: string): Alert {
  return {
    name: 'CacheReplicaDisconnected',
    severity: 'warning',
    component: id,
    expr: `redis_master_link_up${all} == 0`,
    forMinutes: 5,
    summary: `{{ $labels.pod }} has lost its master`,
    description: `A replica of ${id} gets no data: if its master fails now, what was written since is lost.`,
    runbook: `INFO replication on {{ $labels.pod }}; a full synchronization that never ends needs a larger repl-backlog-size or more memory.`,
  };
}
