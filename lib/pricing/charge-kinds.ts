/**
 * Every kind of charge that a line of an estimate can be, with the English noun that starts the line's name. Code finds
 * a line by its kind; the name is for readers and may change. The last part of a kind is what is counted.
 */
export const CHARGE_NAMES = {
  'instance-hours': 'Instance hours',
  'cpu-credit-vcpu-hours': 'CPU credits above the baseline',
  'cluster-hours': 'Cluster hours',
  'task-vcpu-hours': 'Task vCPU hours',
  'task-memory-gb-hours': 'Task gigabyte hours',
  'task-disk-gb-hours': 'Task disk gigabyte hours',
  'broker-hours': 'Broker hours',
  'broker-storage-gb-months': 'Broker storage gigabytes',
  'queue-requests': 'Requests',
  'topic-messages': 'Published messages',

  'database-instance-hours': 'Instance hours',
  'database-cluster-hours': 'Cluster hours',
  'database-capacity-unit-hours': 'Capacity unit hours',
  'database-storage-gb-months': 'Storage gigabytes',
  'database-storage-iops': 'Storage IOPS',
  'database-storage-throughput-mbps': 'Storage throughput in MB/s',
  'database-io-requests': 'Storage reads and writes',
  'database-backup-gb-months': 'Backup gigabytes',
  'database-proxy-vcpu-hours': 'Proxy vCPU hours',
  'database-extended-support-vcpu-hours': 'Extended support vCPU hours',
  'database-insights': 'Performance Insights',
  'database-log-ingest-gb': 'Log gigabytes',
  'database-log-storage-gb-months': 'Log gigabytes stored',

  'cache-node-hours': 'Node hours',
  'cache-extended-support-node-hours': 'Extended support',
  'cache-snapshot-gb-months': 'Snapshot gigabytes',
  'cache-storage-gb-hours': 'Stored gigabyte hours',
  'cache-processing-units': 'Processing units',

  'volume-gb-months': 'Volume gigabytes',
  'volume-iops': 'Volume IOPS',
  'volume-throughput-mbps': 'Volume throughput in MB/s',
  'volume-io-requests': 'Volume reads and writes',
  'volume-snapshot-gb-months': 'Snapshot gigabytes',
  'object-storage-gb-months': 'Stored gigabytes',
  'object-write-requests': 'Write requests',
  'object-read-requests': 'Read requests',
  'file-storage-gb-months': 'Stored gigabytes',
  'file-throughput-mbps': 'Provisioned throughput in MB/s',
  'file-transfer-gb': 'Transferred gigabytes',
  'image-storage-gb-months': 'Stored gigabytes',

  'load-balancer-hours': 'Load balancer hours',
  'load-balancer-capacity-units': 'Load balancer capacity units',
  'load-balancer-gb': 'Load balancer gigabytes',
  'public-ipv4-hours': 'Public IPv4 address hours',
  'nat-gateway-hours': 'NAT gateway hours',
  'nat-gateway-gb': 'NAT gateway gigabytes',
  'vpc-endpoint-hours': 'Endpoint hours',
  'vpc-endpoint-gb': 'Endpoint gigabytes',
  'transit-gateway-attachment-hours': 'Attachment hours',
  'transit-gateway-attachment-gb': 'Attachment gigabytes',
  'vpn-connection-hours': 'VPN connection hours',
  'dns-zones': 'Hosted zones',
  'dns-queries': 'DNS queries',
  'dns-health-checks': 'Health checks',
  'dns-health-check-features': 'Health check features',
  'cdn-gb': 'Delivered gigabytes',
  'cdn-requests': 'Requests',
  'internet-transfer-gb': 'Data out to the internet',
  'inter-region-transfer-gb': 'Data to other regions',
  'inter-zone-transfer-gb': 'Data between zones',

  'alarm-metrics': 'Alarm metrics',
  'detailed-monitoring-metrics': 'Detailed monitoring metrics',
  'container-insights-metrics': 'Container Insights metrics',
  dashboards: 'Dashboards',
  'log-ingest-gb': 'Log gigabytes written',
  'log-storage-gb-months': 'Log gigabytes stored',
  'flow-log-gb': 'Flow log gigabytes',
  secrets: 'Secrets',
  'secret-requests': 'Secret API calls',
  'encryption-keys': 'Keys',
  'encryption-key-requests': 'Key requests',
  'advanced-parameters': 'Parameters',
  'web-acls': 'Web ACLs',
  'web-acl-rules': 'Web ACL rules',
  'web-acl-requests': 'Inspected requests',
  'rule-group-rules': 'Rule group rules',

  'unplaced-pods': 'Pods without a node',
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
