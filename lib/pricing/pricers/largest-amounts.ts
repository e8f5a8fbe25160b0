import { UnreadableProperty } from '../property-problem';
import { optionalNumber, type Properties } from './properties';

/** Largest amounts of EBS volumes, by volume type. Source: Amazon EBS user guide, Amazon EBS volume types. */
export const LARGEST_VOLUMES: Readonly<Record<string, { readonly gib: number; readonly iops?: number; readonly mbps?: number }>> = {
  gp2: { gib: 16_384 },
  gp3: { gib: 65_536, iops: 80_000, mbps: 2_000 },
  io1: { gib: 16_384, iops: 64_000 },
  io2: { gib: 65_536, iops: 256_000 },
  sc1: { gib: 16_384 },
  st1: { gib: 16_384 },
  standard: { gib: 1_024 },
};

/** Largest amounts that services accept. A larger one is a mistake that no deployment bills. */
export const LARGEST = {
  /** Storage of an RDS DB instance, GiB. Source: Amazon RDS user guide, Amazon RDS DB instance storage. */
  databaseStorageGib: 65_536,
  /** IOPS of an RDS DB instance. Source: the same. */
  databaseIops: 256_000,
  /** Throughput of gp3 storage of an RDS DB instance, MiB/s. Source: the same. */
  databaseThroughputMbps: 4_000,
  /** Capacity of an Aurora Serverless v2 instance, ACU. Source: Amazon Aurora user guide, Aurora Serverless v2 capacity. */
  auroraCapacityUnits: 256,
  /** Memory of a Lambda function, MB. Source: AWS Lambda developer guide, Lambda quotas. */
  functionMemoryMb: 10_240,
  /** Ephemeral storage of a Lambda function, MB. Source: the same. */
  functionDiskMb: 10_240,
  /** vCPU of a Fargate task. Source: Amazon ECS developer guide, task size. */
  taskVcpu: 16,
  /** Memory of a Fargate task, GB. Source: the same. */
  taskMemoryGb: 120,
  /** Ephemeral storage of a Fargate task, GiB. Source: Amazon ECS developer guide, Fargate task ephemeral storage. */
  taskDiskGib: 200,
  /** Tasks of an ECS service. Source: Amazon ECS developer guide, Amazon ECS service quotas: Tasks per service. */
  serviceTasks: 5_000,
  /** Shards of a stream. Source: Amazon Kinesis Data Streams API, UpdateShardCount: no more than 10,000 shards. */
  streamShards: 10_000,
  /** Nodes of a Memcached cluster. Source: Amazon ElastiCache user guide, Quotas for ElastiCache: Nodes per cluster (Memcached). */
  memcachedNodes: 60,
  /** Shards of a cache. Source: Amazon ElastiCache API, CreateReplicationGroup: up to 500 shards. */
  cacheShards: 500,
  /** Replicas of a shard of a cache. Source: the same, ReplicasPerNodeGroup: "Valid values are 0 to 5". */
  cacheReplicas: 5,
  /** Nodes of a cache with one shard. Source: the same, NumCacheClusters: "The maximum permitted value is 6". */
  cacheNodes: 6,
  /** Nodes of a Redshift cluster. Source: Amazon Redshift management guide, quotas: up to 128 nodes of a cluster. */
  warehouseNodes: 128,
  /** Data nodes of an OpenSearch domain. Source: Amazon OpenSearch Service developer guide, quotas: up to 1,002. */
  searchNodes: 1_002,
  /** Brokers of an MSK cluster. Source: Amazon MSK developer guide, quotas: 60 in KRaft mode. */
  brokers: 60,
  /** Storage of an MSK broker, GiB. Source: Amazon MSK developer guide, Amazon MSK quota. */
  brokerStorageGib: 16_384,
} as const;

/** The number at a key, or undefined. Throws an UnreadableProperty for other values, and for one above the largest that the service has. */
export function numberUpTo(properties: Properties, key: string, largest: number | undefined): number | undefined {
  const value = optionalNumber(properties, key);
  if (value !== undefined) requireUpTo(key, value, largest);
  return value;
}

/** Throws an UnreadableProperty for an amount above the largest that the service has. */
export function requireUpTo(property: string, value: number, largest: number | undefined): void {
  if (largest !== undefined && value > largest) throw new UnreadableProperty({ kind: 'above-largest', property, value, largest });
}
