import { type AlertCase, BOTH, CRITICAL, cores, type GroupCases, moving, NONE, steady, WARNING } from './cases';

interface StoreParts {
  readonly component: string;
  readonly up?: string;
  /** Name of the alert about an unreachable server. Default: `ServerDown`. */
  readonly down?: string;
  /** Container of a server with 2 vCPU. Absent: no alert about its CPU usage. */
  readonly server?: string;
}

/** Cases of every data store. */
function common({ component, up, down = 'ServerDown', server }: StoreParts): AlertCase[] {
  const target = (value: number) => ({ [`up{namespace="shop", component="${component}", job="shop/${component}"}`]: steady(value) });
  const cpu = (container: string, busy: number) => ({
    [`container_cpu_usage_seconds_total{namespace="shop", pod="${component}-0", container="${container}"}`]: cores(busy),
  });
  const answers = (value: number) => ({ [`${up}${on(component)}`]: steady(value) });
  return [
    { alert: 'MetricsMissing', state: 'target is missing', series: {}, fires: WARNING },
    { alert: 'MetricsMissing', state: 'target does not respond', series: target(0), fires: WARNING },
    { alert: 'MetricsMissing', state: 'target responds', series: target(1), fires: NONE },
    ...(up === undefined
      ? []
      : [
          { alert: down, state: 'exporter cannot connect', series: answers(0), fires: CRITICAL },
          { alert: down, state: 'exporter is connected', series: answers(1), fires: NONE },
        ]),
    ...(server === undefined
      ? []
      : [
          { alert: 'ServerProcessorHigh', state: '82% of 2 vCPU', series: cpu(server, 1.64), fires: WARNING },
          { alert: 'ServerProcessorHigh', state: '95% of 2 vCPU', series: cpu(server, 1.9), fires: BOTH },
          { alert: 'ServerProcessorHigh', state: '70% of 2 vCPU', series: cpu(server, 1.4), fires: NONE },
          { alert: 'ServerProcessorHigh', state: 'another container is busy', series: cpu('exporter', 1.9), fires: NONE },
        ]),
  ];
}

/** Labels of a series of one pod of a component, with further labels. */
function on(component: string, more = '', pod = 0): string {
  return `{namespace="shop", component="${component}", pod="${component}-${pod}"${more === '' ? '' : `, ${more}`}}`;
}

/** Cases above both levels, between them and below them, for a share of 100. */
function shares(alert: string, resource: string, series: (percent: number) => AlertCase['series']): AlertCase[] {
  return [
    { alert, state: `85% of ${resource}`, series: series(85), fires: WARNING },
    { alert, state: `95% of ${resource}`, series: series(95), fires: BOTH },
    { alert, state: `50% of ${resource}`, series: series(50), fires: NONE },
  ];
}

function lag(series: (seconds: number) => AlertCase['series']): AlertCase[] {
  return [
    { alert: 'ReplicationLag', state: 'lag of 5 s', series: series(5), fires: WARNING },
    { alert: 'ReplicationLag', state: 'lag of 20 s', series: series(20), fires: BOTH },
    { alert: 'ReplicationLag', state: 'no lag', series: series(0), fires: NONE },
  ];
}

function mysqlServer(server: string): AlertCase[] {
  const component = 'database';
  const slow = (perMinute: number) => ({
    [`mysql_global_status_slow_queries${on(component)}`]: moving(perMinute),
    [`mysql_global_status_questions${on(component)}`]: moving(100),
  });
  return [
    ...common({ component, up: 'mysql_up', server }),
    ...shares('DatabaseConnectionsHigh', 'the connections', (percent) => ({
      [`mysql_global_status_threads_connected${on(component)}`]: steady(percent),
      [`mysql_global_variables_max_connections${on(component)}`]: steady(100),
    })),
    { alert: 'DatabaseSlowQueries', state: '2% slow queries', series: slow(2), fires: WARNING },
    { alert: 'DatabaseSlowQueries', state: '6% slow queries', series: slow(6), fires: BOTH },
    { alert: 'DatabaseSlowQueries', state: '0.5% slow queries', series: slow(0.5), fires: NONE },
  ];
}

function mysqlLike(server: string, columns: { readonly lag: string; readonly io: string; readonly sql: string }): GroupCases {
  const component = 'database';
  const threads = (io: number, sql: number) => ({
    [`mysql_slave_status_${columns.io}${on(component, '', 1)}`]: steady(io),
    [`mysql_slave_status_${columns.sql}${on(component, '', 1)}`]: steady(sql),
  });
  return {
    component,
    cases: [
      ...mysqlServer(server),
      ...lag((seconds) => ({ [`mysql_slave_status_${columns.lag}${on(component, '', 1)}`]: steady(seconds) })),
      { alert: 'ReplicationStopped', state: 'receiver thread is stopped', series: threads(0, 1), fires: CRITICAL },
      { alert: 'ReplicationStopped', state: 'applier thread is stopped', series: threads(1, 0), fires: CRITICAL },
      { alert: 'ReplicationStopped', state: 'both threads run', series: threads(1, 1), fires: NONE },
    ],
  };
}

export const mysqlGroup: GroupCases = {
  component: 'database',
  cases: [
    ...mysqlServer('mysql'),
    { alert: 'GroupMemberMissing', state: '2 of 3 members', series: group(['PRIMARY', 'SECONDARY']), fires: WARNING },
    { alert: 'GroupMemberMissing', state: '3 of 3 members', series: group(['PRIMARY', 'SECONDARY', 'SECONDARY']), fires: NONE },
    {
      alert: 'GroupWithoutPrimary',
      state: '3 secondaries',
      series: group(['SECONDARY', 'SECONDARY', 'SECONDARY']),
      fires: CRITICAL,
    },
    { alert: 'GroupWithoutPrimary', state: '1 primary', series: group(['PRIMARY', 'SECONDARY', 'SECONDARY']), fires: NONE },
  ],
};

/** Three servers that see one member for each role. With fewer than three roles, the third server is partitioned and sees only itself. */
function group(roles: readonly string[]) {
  const seen = (pod: number, member: number, role: string) =>
    `mysql_perf_schema_replication_group_member_info${on('database', `member_id="${member}", member_state="ONLINE", member_role="${role}"`, pod)}`;
  return Object.fromEntries([
    ...[0, 1, 2].map((pod) => [`mysql_up${on('database', '', pod)}`, steady(1)]),
    ...roles.flatMap((_, pod) => roles.map((role, member) => [seen(pod, member, role), steady(1)])),
    ...(roles.length < 3 ? [[seen(2, 2, ''), steady(1)]] : []),
  ]);
}

export const mysql = mysqlLike('database', { lag: 'seconds_behind_source', io: 'replica_io_running', sql: 'replica_sql_running' });
export const mariadb = mysqlLike('mariadb', { lag: 'seconds_behind_master', io: 'slave_io_running', sql: 'slave_sql_running' });

export const postgres: GroupCases = {
  component: 'database',
  cases: [
    ...common({ component: 'database', up: 'pg_up', server: 'database' }),
    ...shares('DatabaseConnectionsHigh', 'the connections', (percent) => ({
      [`pg_stat_activity_count${on('database', 'state="active"')}`]: steady(percent - 10),
      [`pg_stat_activity_count${on('database', 'state="idle"')}`]: steady(10),
      [`pg_settings_max_connections${on('database')}`]: steady(100),
    })),
    ...lag((seconds) => postgresLag(seconds, 1_000)),
    { alert: 'ReplicationLag', state: 'primary without writes', series: postgresLag(3_600, 0), fires: NONE },
    { alert: 'ReplicationStopped', state: '1 of 2 standbys streams', series: standbys(['streaming', 'backup']), fires: CRITICAL },
    { alert: 'ReplicationStopped', state: 'no standby streams', series: {}, fires: CRITICAL },
    { alert: 'ReplicationStopped', state: '2 of 2 standbys stream', series: standbys(['streaming', 'streaming']), fires: NONE },
  ],
};

function postgresLag(seconds: number, bytes: number) {
  return {
    [`pg_replication_lag_seconds${on('database', '', 1)}`]: steady(seconds),
    [`pg_stat_replication_pg_wal_lsn_diff${on('database', 'state="streaming"')}`]: steady(bytes),
  };
}

function standbys(states: readonly string[]) {
  return Object.fromEntries(
    states.map((state, index) => [
      `pg_stat_replication_pg_wal_lsn_diff${on('database', `application_name="database-${index + 1}", state="${state}"`)}`,
      steady(0),
    ]),
  );
}

export const cloudNativePg: GroupCases = {
  component: 'database',
  cases: [
    ...common({ component: 'database', up: 'cnpg_collector_up', server: 'postgres' }),
    ...shares('DatabaseConnectionsHigh', 'the connections', (percent) => ({
      [`cnpg_backends_total${on('database', 'state="active"')}`]: steady(percent - 10),
      [`cnpg_backends_total${on('database', 'state="idle"')}`]: steady(10),
      [`cnpg_pg_settings_setting${on('database', 'name="max_connections"')}`]: steady(100),
      [`cnpg_pg_settings_setting${on('database', 'name="shared_buffers"')}`]: steady(16_384),
    })),
    ...lag((seconds) => ({ [`cnpg_pg_replication_lag${on('database', '', 1)}`]: steady(seconds) })),
    { alert: 'ReplicationStopped', state: 'standby without a WAL receiver', series: receiver(1, 0), fires: CRITICAL },
    { alert: 'ReplicationStopped', state: 'standby with a WAL receiver', series: receiver(1, 1), fires: NONE },
    { alert: 'ReplicationStopped', state: 'primary without a WAL receiver', series: receiver(0, 0), fires: NONE },
    { alert: 'ArchivingFailing', state: 'last archiving failed', series: archiver(2_000, 1_000), fires: CRITICAL },
    { alert: 'ArchivingFailing', state: 'last archiving succeeded', series: archiver(1_000, 2_000), fires: NONE },
    { alert: 'ArchivingFailing', state: 'archiving never failed', series: archiver(-1, 2_000), fires: NONE },
  ],
};

function receiver(inRecovery: number, up: number) {
  return {
    [`cnpg_pg_replication_in_recovery${on('database')}`]: steady(inRecovery),
    [`cnpg_pg_replication_is_wal_receiver_up${on('database')}`]: steady(up),
  };
}

function archiver(failed: number, archived: number) {
  return {
    [`cnpg_pg_stat_archiver_last_failed_time${on('database')}`]: steady(failed),
    [`cnpg_pg_stat_archiver_last_archived_time${on('database')}`]: steady(archived),
  };
}

function poolerCases(up: string | undefined, waiting: string, oldest: string): GroupCases {
  return {
    component: 'database',
    cases: [
      ...common({ component: 'database', ...(up === undefined ? {} : { up, down: 'PoolerDown' }) }),
      { alert: 'PoolerClientsWaiting', state: '3 waiting clients', series: { [`${waiting}${on('database')}`]: steady(3) }, fires: WARNING },
      { alert: 'PoolerClientsWaiting', state: 'no waiting client', series: { [`${waiting}${on('database')}`]: steady(0) }, fires: NONE },
      { alert: 'PoolerWaitLong', state: 'wait of 10 s', series: { [`${oldest}${on('database')}`]: steady(10) }, fires: CRITICAL },
      { alert: 'PoolerWaitLong', state: 'wait of 1 s', series: { [`${oldest}${on('database')}`]: steady(1) }, fires: NONE },
    ],
  };
}

export const pgbouncer = poolerCases(
  'pgbouncer_up',
  'pgbouncer_pools_client_waiting_connections',
  'pgbouncer_pools_client_maxwait_seconds',
);
export const cloudNativePgPooler = poolerCases(undefined, 'cnpg_pgbouncer_pools_cl_waiting', 'cnpg_pgbouncer_pools_maxwait');

export const redis: GroupCases = {
  component: 'cache',
  cases: [
    ...common({ component: 'cache', up: 'redis_up' }),
    ...shares('CacheMemoryHigh', 'maxmemory', (percent) => data(percent, 100)),
    { alert: 'CacheMemoryHigh', state: 'maxmemory is not set', series: data(95, 0), fires: NONE },
    {
      alert: 'CacheEvicting',
      state: '10 evictions per minute',
      series: { [`redis_evicted_keys_total${on('cache')}`]: moving(10) },
      fires: WARNING,
    },
    {
      alert: 'CacheEvicting',
      state: 'no evictions now',
      series: { [`redis_evicted_keys_total${on('cache')}`]: steady(1_000) },
      fires: NONE,
    },
    {
      alert: 'CacheRefusesClients',
      state: '1 rejected connection per minute',
      series: { [`redis_rejected_connections_total${on('cache')}`]: moving(1) },
      fires: CRITICAL,
    },
    {
      alert: 'CacheRefusesClients',
      state: 'no rejected connections now',
      series: { [`redis_rejected_connections_total${on('cache')}`]: steady(9) },
      fires: NONE,
    },
    { alert: 'CacheHitsLow', state: 'hit rate of 50%', series: reads(300, 300), fires: WARNING },
    { alert: 'CacheHitsLow', state: 'hit rate of 90%', series: reads(540, 60), fires: NONE },
    { alert: 'CacheHitsLow', state: 'few reads', series: reads(5, 5), fires: NONE },
    {
      alert: 'CacheClusterBroken',
      state: 'slots without a primary',
      series: { [`redis_cluster_state${on('cache')}`]: steady(0) },
      fires: CRITICAL,
    },
    { alert: 'CacheClusterBroken', state: 'all slots covered', series: { [`redis_cluster_state${on('cache')}`]: steady(1) }, fires: NONE },
    {
      alert: 'CacheReplicaDisconnected',
      state: 'replica is disconnected',
      series: { [`redis_master_link_up${on('cache')}`]: steady(0) },
      fires: WARNING,
    },
    {
      alert: 'CacheReplicaDisconnected',
      state: 'replica is connected',
      series: { [`redis_master_link_up${on('cache')}`]: steady(1) },
      fires: NONE,
    },
  ],
};

function data(bytes: number, most: number) {
  return { [`redis_memory_used_bytes${on('cache')}`]: steady(bytes), [`redis_memory_max_bytes${on('cache')}`]: steady(most) };
}

function reads(hits: number, misses: number) {
  return { [`redis_keyspace_hits_total${on('cache')}`]: moving(hits), [`redis_keyspace_misses_total${on('cache')}`]: moving(misses) };
}

export const mongodb: GroupCases = {
  component: 'documents',
  cases: [
    ...common({ component: 'documents', up: 'mongodb_up', server: 'mongod' }),
    ...shares('DocumentStoreConnectionsHigh', 'the connections', (percent) => ({
      [`mongodb_ss_connections${on('documents', 'conn_type="current"')}`]: steady(percent),
      [`mongodb_ss_connections${on('documents', 'conn_type="available"')}`]: steady(100 - percent),
    })),
    { alert: 'DocumentStoreWithoutPrimary', state: '3 secondaries', series: members([2, 2, 2]), fires: CRITICAL },
    { alert: 'DocumentStoreWithoutPrimary', state: '1 primary', series: members([1, 2, 2]), fires: NONE },
    { alert: 'DocumentStoreMemberDown', state: 'third member is unreachable', series: members([1, 2, 8]), fires: WARNING },
    { alert: 'DocumentStoreMemberDown', state: 'all members are reachable', series: members([1, 2, 2]), fires: NONE },
    ...lag((seconds) => ({
      [`mongodb_rs_members_optimeDate${on('documents', 'rs_nm="rs0", member_idx="0", member_state="PRIMARY"')}`]: steady(1_000_000),
      [`mongodb_rs_members_optimeDate${on('documents', 'rs_nm="rs0", member_idx="1", member_state="SECONDARY"')}`]: steady(
        1_000_000 - seconds * 1_000,
      ),
    })),
  ],
};

/** Members of a replica set by state in MongoDB: 1 primary, 2 secondary, 8 down. */
function members(states: readonly number[]) {
  return Object.fromEntries(
    states.flatMap((state, index) => {
      const labels = on('documents', `rs_nm="rs0", member_idx="${index}"`);
      return [
        [`mongodb_rs_members_state${labels}`, steady(state)],
        [`mongodb_rs_members_health${labels}`, steady(state === 8 ? 0 : 1)],
      ];
    }),
  );
}

export const redisLists: GroupCases = {
  component: 'jobs',
  cases: [
    ...common({ component: 'jobs', up: 'redis_up' }),
    { alert: 'QueueBacklog', state: '60 messages', series: queue({ waiting: 60, takenPerMinute: 1 }), fires: WARNING },
    { alert: 'QueueBacklog', state: '600 messages', series: queue({ waiting: 600, takenPerMinute: 1 }), fires: BOTH },
    { alert: 'QueueBacklog', state: '10 messages', series: queue({ waiting: 10, takenPerMinute: 1 }), fires: NONE },
    { alert: 'QueueStuck', state: 'workers take no messages', series: queue({ waiting: 10 }), fires: CRITICAL },
    { alert: 'QueueStuck', state: 'workers take messages', series: queue({ waiting: 10, takenPerMinute: 1 }), fires: NONE },
    { alert: 'QueueStuck', state: 'queue is empty', series: queue({}), fires: NONE },
    { alert: 'QueueFailedWork', state: '1 failed message', series: queue({ failed: 1 }), fires: WARNING },
    { alert: 'QueueFailedWork', state: 'no failed message', series: queue({}), fires: NONE },
    { alert: 'QueueMemoryHigh', state: '88% of maxmemory', series: filled(88), fires: WARNING },
    { alert: 'QueueMemoryHigh', state: '95% of maxmemory', series: filled(95), fires: BOTH },
    { alert: 'QueueMemoryHigh', state: '50% of maxmemory', series: filled(50), fires: NONE },
  ],
};

function queue({ waiting = 0, failed = 0, takenPerMinute = 0 }) {
  return {
    [`redis_key_size${on('jobs', 'db="db0", key="jobs"')}`]: steady(waiting),
    [`redis_key_size${on('jobs', 'db="db0", key="jobs-failed"')}`]: steady(failed),
    [`redis_commands_total${on('jobs', 'cmd="blmove"')}`]: moving(takenPerMinute),
  };
}

function filled(percent: number) {
  return {
    [`redis_memory_used_bytes${on('jobs')}`]: steady(percent),
    [`redis_memory_max_bytes${on('jobs')}`]: steady(100),
  };
}
