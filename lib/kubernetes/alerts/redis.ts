import type { ResolvedCache } from '../../blueprint/resolved-component';
import { exactPercent } from '../../core/number-format';
import { type Alert, atLevels, levelOf } from './alert';
import type { Store } from './store';

/** Reads per second below which a hit rate is not meaningful. */
const LEAST_READS_PER_SECOND = 1;

/** Alerts about Redis and Valkey. Metrics: redis_exporter. */
export function redisAlerts(store: Store, { id, topology, replicasPerShard }: ResolvedCache): Alert[] {
  const { scope, all } = store;
  const hits = levelOf(scope, 'cache-hits', id);
  return [
    ...atLevels(levelOf(scope, 'memory', id), (level) => ({
      name: 'CacheMemoryHigh',
      component: id,
      expr: `redis_memory_used_bytes${all} / (redis_memory_max_bytes${all} > 0) > ${level}`,
      summary: `{{ $labels.pod }} uses more than ${exactPercent(level)} of maxmemory`,
      description: '{{ $value | humanizePercentage }} of maxmemory is used. At 100% the server evicts keys or rejects writes.',
      runbook: `Run redis-cli --bigkeys and INFO keyspace on {{ $labels.pod }}: keys without expiry accumulate. Otherwise raise memoryGib or shards in the tier.`,
    })),
    {
      name: 'CacheEvicting',
      severity: 'warning',
      component: id,
      expr: `rate(redis_evicted_keys_total${all}[5m]) > 0`,
      forMinutes: 10,
      summary: '{{ $labels.pod }} evicts keys because its memory is full',
      description: '{{ $value | humanize }} keys/s are evicted before they expire. The database serves these reads instead.',
      runbook: 'Compare the hit rate and the database load with last week. Give the cache more memory, or shorten the expiry of its keys.',
    },
    {
      name: 'CacheRefusesClients',
      severity: 'critical',
      component: id,
      expr: `increase(redis_rejected_connections_total${all}[5m]) > 0`,
      forMinutes: 0,
      summary: '{{ $labels.pod }} refuses connections',
      description: '{{ $value | humanize }} connections were refused in five minutes because maxclients is reached.',
      runbook: `Run CLIENT LIST on {{ $labels.pod }} and group by address: a client opens a connection for each request, or more instances run than planned.`,
    },
    ...atLevels(hits, (level) => ({
      name: 'CacheHitsLow',
      component: id,
      expr: [
        `sum by (namespace) (rate(redis_keyspace_hits_total${all}[15m]))`,
        `/ (sum by (namespace) (rate(redis_keyspace_hits_total${all}[15m]) + rate(redis_keyspace_misses_total${all}[15m])) > ${LEAST_READS_PER_SECOND})`,
        `< ${level}`,
      ].join('\n'),
      summary: `hit rate of ${id} is below ${exactPercent(level)}`,
      description: 'Only {{ $value | humanizePercentage }} of reads are hits. The database serves the others.',
      runbook:
        'After a flush or a restart the hit rate recovers without intervention. Otherwise a release changed the keys, or keys expire too early or are evicted.',
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
    summary: `{{ $labels.pod }} reports that cluster ${id} is down`,
    description: 'Some hash slots have no master: the cluster rejects all commands, or the commands for keys in these slots.',
    runbook: `kubectl -n ${scope.namespace} exec {{ $labels.pod }} -- sh -c 'redis-cli -a "$REDIS_PASSWORD" cluster nodes' shows the state of each node. Pods whose address changed must rejoin with CLUSTER MEET; a master without a replica returns when its volume is available.`,
  };
}

function replicaAlert({ all }: Store, id: string): Alert {
  return {
    name: 'CacheReplicaDisconnected',
    severity: 'warning',
    component: id,
    expr: `redis_master_link_up${all} == 0`,
    forMinutes: 5,
    summary: `{{ $labels.pod }} is not connected to its master`,
    description: `A replica of ${id} receives no data. If its master fails now, the writes since the disconnection are lost.`,
    runbook: `Run INFO replication on {{ $labels.pod }}. If full synchronizations repeat, raise repl-backlog-size or the memory.`,
  };
}
