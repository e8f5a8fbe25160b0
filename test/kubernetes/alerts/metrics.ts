/**
 * Metrics that rules may use, by the program that exposes them, with the source. An alert on a metric that does not
 * exist never fires, and no other test would detect it.
 */
export const METRICS: Readonly<Record<string, { readonly source: string; readonly names: readonly string[] }>> = {
  Prometheus: { source: 'https://prometheus.io/docs/concepts/jobs_instances/', names: ['up'] },
  'cAdvisor in the kubelet': {
    source: 'https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md',
    names: ['container_cpu_usage_seconds_total', 'container_memory_working_set_bytes'],
  },
  kubelet: {
    source: 'https://kubernetes.io/docs/reference/instrumentation/metrics/',
    names: ['kubelet_volume_stats_available_bytes', 'kubelet_volume_stats_capacity_bytes'],
  },
  'kube-state-metrics': {
    source: 'https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics',
    names: [
      'kube_cronjob_created',
      'kube_cronjob_spec_suspend',
      'kube_cronjob_status_last_successful_time',
      'kube_deployment_spec_replicas',
      'kube_deployment_status_replicas_available',
      'kube_horizontalpodautoscaler_spec_max_replicas',
      'kube_horizontalpodautoscaler_spec_min_replicas',
      'kube_horizontalpodautoscaler_status_condition',
      'kube_horizontalpodautoscaler_status_desired_replicas',
      'kube_job_status_failed',
      'kube_job_status_start_time',
      'kube_pod_container_resource_limits',
      'kube_pod_container_status_last_terminated_reason',
      'kube_pod_container_status_restarts_total',
      'kube_pod_container_status_waiting_reason',
      'kube_pod_status_phase',
      'kube_statefulset_replicas',
      'kube_statefulset_status_replicas_ready',
    ],
  },
  Karpenter: {
    source: 'https://karpenter.sh/docs/reference/metrics/',
    names: ['karpenter_nodepools_limit', 'karpenter_nodepools_usage'],
  },
  KEDA: { source: 'https://keda.sh/docs/latest/integrations/prometheus/', names: ['keda_scaler_detail_errors_total'] },
  'External Secrets Operator': {
    source: 'https://external-secrets.io/latest/api/metrics/',
    names: ['externalsecret_status_condition'],
  },
  'cloudwatch_exporter, of AWS/ApplicationELB': {
    source:
      'https://github.com/prometheus/cloudwatch_exporter: names from the metrics and statistics of https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html',
    names: [
      'aws_applicationelb_httpcode_elb_5_xx_count_sum',
      'aws_applicationelb_httpcode_target_5_xx_count_sum',
      'aws_applicationelb_request_count_sum',
      'aws_applicationelb_target_response_time_p95',
    ],
  },
  mysqld_exporter: {
    source:
      'https://github.com/prometheus/mysqld_exporter: collectors global_status, global_variables, perf_schema.replication_group_members, and slave_status, which takes over the names of columns',
    names: [
      'mysql_global_status_questions',
      'mysql_global_status_slow_queries',
      'mysql_global_status_threads_connected',
      'mysql_global_variables_max_connections',
      'mysql_perf_schema_replication_group_member_info',
      'mysql_slave_status_replica_io_running',
      'mysql_slave_status_replica_sql_running',
      'mysql_slave_status_seconds_behind_master',
      'mysql_slave_status_seconds_behind_source',
      'mysql_slave_status_slave_io_running',
      'mysql_slave_status_slave_sql_running',
      'mysql_up',
    ],
  },
  postgres_exporter: {
    source: 'https://github.com/prometheus-community/postgres_exporter: collector replication, and cmd/postgres_exporter/queries.go',
    names: [
      'pg_replication_lag_seconds',
      'pg_settings_max_connections',
      'pg_stat_activity_count',
      'pg_stat_replication_pg_wal_lsn_diff',
      'pg_up',
    ],
  },
  CloudNativePG: {
    source: 'https://cloudnative-pg.io/documentation/current/monitoring/, and its config/manager/default-monitoring.yaml',
    names: [
      'cnpg_backends_total',
      'cnpg_collector_up',
      'cnpg_pg_replication_in_recovery',
      'cnpg_pg_replication_is_wal_receiver_up',
      'cnpg_pg_replication_lag',
      'cnpg_pg_settings_setting',
      'cnpg_pg_stat_archiver_last_archived_time',
      'cnpg_pg_stat_archiver_last_failed_time',
    ],
  },
  "CloudNativePG's pooler": {
    source: 'https://cloudnative-pg.io/documentation/current/connection_pooling/#monitoring',
    names: ['cnpg_pgbouncer_pools_cl_waiting', 'cnpg_pgbouncer_pools_maxwait'],
  },
  pgbouncer_exporter: {
    source: 'https://github.com/prometheus-community/pgbouncer_exporter',
    names: ['pgbouncer_pools_client_maxwait_seconds', 'pgbouncer_pools_client_waiting_connections', 'pgbouncer_up'],
  },
  redis_exporter: {
    source: 'https://github.com/oliver006/redis_exporter: exporter/exporter.go and exporter/info.go',
    names: [
      'redis_cluster_state',
      'redis_commands_total',
      'redis_evicted_keys_total',
      'redis_key_size',
      'redis_keyspace_hits_total',
      'redis_keyspace_misses_total',
      'redis_master_link_up',
      'redis_memory_max_bytes',
      'redis_memory_used_bytes',
      'redis_rejected_connections_total',
      'redis_up',
    ],
  },
  mongodb_exporter: {
    source: 'https://github.com/percona/mongodb_exporter: collectors diagnosticdata and replicasetstatus',
    names: [
      'mongodb_rs_members_health',
      'mongodb_rs_members_optimeDate',
      'mongodb_rs_members_state',
      'mongodb_ss_connections',
      'mongodb_up',
    ],
  },
};
