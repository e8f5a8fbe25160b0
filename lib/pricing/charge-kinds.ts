/**
 * Every kind of charge that a line of an estimate can be, with the noun that starts the line's name, in the words of AWS. Code
 * finds a line by its kind; the name is for readers and may change. The last part of a kind is what is counted.
 */
export const CHARGE_NAMES = {
  'instance-hours': 'Instance hours',
  'license-hours': 'License-included hours',
  'license-vcpu-hours': 'License-included vCPU-hours',
  'cpu-credit-vcpu-hours': 'Surplus CPU credits',
  'cluster-hours': 'Cluster hours',
  'task-vcpu-hours': 'Fargate vCPU-hours',
  'task-memory-gb-hours': 'Fargate GB-hours',
  'task-disk-gb-hours': 'Fargate ephemeral storage',
  'broker-hours': 'Broker instance hours',
  'broker-storage-gb-months': 'Broker storage',
  'broker-throughput-mbps': 'Provisioned throughput',
  'queue-requests': 'Queue requests',
  'topic-messages': 'Topic requests',
  'topic-gb': 'Topic message data',
  'topic-deliveries': 'Topic notification deliveries',
  'function-requests': 'Lambda requests',
  'function-gb-seconds': 'Lambda duration',
  'function-disk-gb-seconds': 'Lambda ephemeral storage',
  'function-concurrency-gb-seconds': 'Provisioned concurrency',
  'state-transitions': 'State transitions',
  'workflow-requests': 'Express workflow requests',
  'workflow-gb-hours': 'Express workflow duration',
  'bus-events': 'Custom events',
  'api-destination-invocations': 'API destination invocations',
  'pipe-requests': 'Pipe requests',
  'schedule-invocations': 'Scheduler invocations',
  'stream-shard-hours': 'Shard hours',
  'stream-hours': 'Stream hours',
  'stream-payload-units': 'PUT payload units',
  'stream-in-gb': 'Stream data in',
  'stream-out-gb': 'Stream data out',
  'stream-retention-shard-hours': 'Extended data retention shard hours',
  'stream-extended-gb-months': 'Extended data retention',
  'stream-long-term-gb-months': 'Long-term data retention',
  'stream-fan-out-shard-hours': 'Enhanced fan-out consumer-shard hours',
  'stream-fan-out-gb': 'Enhanced fan-out data retrievals',
  'delivery-stream-gb': 'Firehose data ingested',
  'device-connection-minutes': 'IoT connection minutes',
  'device-messages': 'IoT messages',
  'device-rule-triggers': 'IoT rules triggered',
  'device-rule-actions': 'IoT rule actions executed',

  'repository-users': 'CodeCommit active users',
  'build-minutes': 'Build minutes',
  'pipeline-minutes': 'Action execution minutes',
  'active-pipelines': 'Active pipelines',
  'data-processing-unit-hours': 'DPU-hours',
  'catalog-requests': 'Data Catalog requests',
  'discovered-events': 'Schema discovery events',

  'search-node-hours': 'Search instance hours',
  'search-extended-support-hours': 'Search Extended Support hours',
  'search-storage-gb-months': 'Search EBS storage',
  'search-storage-iops': 'Search provisioned IOPS',
  'search-storage-throughput-mbps': 'Search provisioned throughput',
  'warehouse-node-hours': 'Redshift node hours',
  'warehouse-capacity-unit-hours': 'Redshift Processing Unit hours',
  'warehouse-storage-gb-months': 'Redshift managed storage',
  'warehouse-backup-gb-months': 'Redshift backup storage',
  'database-instance-hours': 'DB instance hours',
  'database-cluster-hours': 'DB cluster hours',
  'database-capacity-unit-hours': 'Aurora Capacity Unit hours',
  'database-storage-gb-months': 'Database storage',
  'database-storage-iops': 'Provisioned IOPS',
  'database-storage-throughput-mbps': 'Provisioned throughput',
  'database-io-requests': 'I/O requests',
  'database-backup-gb-months': 'Backup storage',
  'database-proxy-vcpu-hours': 'RDS Proxy vCPU-hours',
  'database-extended-support-vcpu-hours': 'Extended Support vCPU-hours',
  'database-insights': 'Database Insights',
  'database-log-ingest-gb': 'Log ingestion',
  'database-log-storage-gb-months': 'Log storage',

  'table-write-units': 'Write request units',
  'table-read-units': 'Read request units',
  'table-write-capacity-hours': 'Write capacity units',
  'table-read-capacity-hours': 'Read capacity units',
  'table-storage-gb-months': 'Table storage',
  'table-recovery-gb-months': 'Point-in-time recovery',
  'table-change-capture-units': 'Change data capture units',
  'table-stream-reads': 'DynamoDB Streams read requests',

  'cache-node-hours': 'Cache node hours',
  'cache-extended-support-node-hours': 'Extended Support node hours',
  'cache-snapshot-gb-months': 'Backup storage',
  'cache-storage-gb-hours': 'Data storage',
  'cache-processing-units': 'ElastiCache Processing Units',

  'volume-gb-months': 'Volume storage',
  'volume-iops': 'Provisioned IOPS',
  'volume-throughput-mbps': 'Provisioned throughput',
  'volume-io-requests': 'I/O requests',
  'volume-snapshot-gb-months': 'Snapshot storage',
  'object-storage-gb-months': 'S3 storage',
  'object-write-requests': 'PUT, COPY, POST, LIST requests',
  'object-read-requests': 'GET, SELECT, and all other requests',
  'file-storage-gb-months': 'EFS storage',
  'file-throughput-mbps': 'EFS provisioned throughput',
  'file-transfer-gb': 'EFS elastic throughput',
  'image-storage-gb-months': 'Repository storage',

  'load-balancer-hours': 'Load balancer hours',
  'load-balancer-capacity-units': 'Load balancer capacity units',
  'load-balancer-gb': 'Load balancer data processed',
  'api-requests': 'API requests',
  'api-messages': 'WebSocket messages',
  'api-real-time-updates': 'Real-time updates',
  'api-connection-minutes': 'WebSocket connection minutes',
  'api-cache-hours': 'API cache hours',
  'public-ipv4-hours': 'Public IPv4 address hours',
  'nat-gateway-hours': 'NAT gateway hours',
  'nat-gateway-gb': 'NAT gateway data processed',
  'vpc-endpoint-hours': 'VPC endpoint hours',
  'vpc-endpoint-gb': 'VPC endpoint data processed',
  'transit-gateway-attachment-hours': 'Transit gateway attachment hours',
  'transit-gateway-attachment-gb': 'Transit gateway data processed',
  'vpn-connection-hours': 'VPN connection hours',
  'client-vpn-connection-hours': 'Client VPN connection hours',
  'client-vpn-association-hours': 'Client VPN endpoint association hours',
  'firewall-endpoint-hours': 'Firewall endpoint hours',
  'firewall-gb': 'Firewall traffic processed',
  'resolver-interface-hours': 'Resolver network interface hours',
  'dns-zones': 'Hosted zones',
  'dns-queries': 'DNS queries',
  'dns-health-checks': 'Health checks',
  'dns-health-check-features': 'Health check optional features',
  'cdn-gb': 'CloudFront data transfer out',
  'cdn-requests': 'CloudFront HTTPS requests',
  'cdn-dedicated-ip-certificates': 'CloudFront dedicated IP certificates',
  'cdn-function-invocations': 'CloudFront Functions invocations',
  'file-server-protocol-hours': 'Protocol hours',
  'file-server-gb': 'Transfer Family data',
  'backup-gb-months': 'Backup storage',
  'archive-processing-gb': 'Event archive processing',
  'archive-gb-months': 'Event archive storage',
  'internet-transfer-gb': 'Data transfer out to the internet',
  'inter-region-transfer-gb': 'Data transfer to other Regions',
  'inter-zone-transfer-gb': 'Data transfer between Availability Zones',

  'alarm-metrics': 'Alarm metrics',
  'detailed-monitoring-metrics': 'Detailed monitoring metrics',
  'container-insights-metrics': 'Container Insights metrics',
  'custom-metrics': 'Custom metrics',
  dashboards: 'Dashboards',
  'log-ingest-gb': 'Log ingestion',
  'log-storage-gb-months': 'Log storage',
  'flow-log-gb': 'Flow log delivery',
  'configuration-items': 'Configuration items',
  'rule-evaluations': 'Config rule evaluations',
  'trail-management-events': 'Additional copies of management events',
  'trail-data-events': 'Data events',
  'trail-insights-events': 'Insights events analyzed',
  'certificate-authorities': 'Private CA operation',
  'private-certificates': 'Private certificates',
  'directory-hours': 'Directory hours',
  'user-pool-users': 'Monthly active users',
  secrets: 'Secrets',
  'secret-requests': 'Secrets Manager API calls',
  'encryption-keys': 'KMS keys',
  'encryption-key-requests': 'KMS requests',
  'advanced-parameter-interactions': 'Advanced parameter API interactions',
  'advanced-parameters': 'Advanced parameters',
  'web-acls': 'Web ACLs',
  'web-acl-rules': 'Web ACL rules',
  'web-acl-requests': 'Web ACL requests',
  'bot-control-subscriptions': 'Bot Control subscriptions',
  'bot-control-requests': 'Bot Control requests',
  'recorded-traces': 'Traces recorded',
  'captcha-attempts': 'CAPTCHA attempts',
  'challenge-responses': 'Challenge responses',
  'rule-group-rules': 'Rule group rules',

  'created-resources': 'Created resources',
  'unplaced-pods': 'Unschedulable pods',
} as const satisfies Readonly<Record<string, string>>;

/** Kind of a charge: the key by which code finds a line of an estimate. */
export type ChargeKind = keyof typeof CHARGE_NAMES;

/** The kinds, for schemas and filters. */
export const CHARGE_KINDS = Object.keys(CHARGE_NAMES) as readonly ChargeKind[];

/**
 * Kind of a line: that of its charge, or `external-service` for the price of an external service, or `whole-resource` for
 * a resource that is free or unpriced as a whole.
 */
export type LineKind = ChargeKind | 'external-service' | 'whole-resource';

/** Every kind of line. */
export const LINE_KINDS: readonly LineKind[] = [...CHARGE_KINDS, 'external-service', 'whole-resource'];

/** The name of a line: the noun of its kind, then the details in brackets, such as `Instance hours (db.m6g.large, Multi-AZ)`. */
export function chargeName(kind: ChargeKind, details: readonly string[] = []): string {
  return withDetails(CHARGE_NAMES[kind], details);
}

/** A name with more details in its brackets. */
export function withDetails(name: string, details: readonly string[]): string {
  if (details.length === 0) return name;
  const added = details.join(', ');
  return name.endsWith(')') ? `${name.slice(0, -1)}, ${added})` : `${name} (${added})`;
}
