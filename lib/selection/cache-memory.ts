/**
 * Share of a cache node's memory that data may fill; the rest is for snapshots, replication and failover.
 * Source: Amazon ElastiCache user guide, "Managing reserved memory": `reserved-memory-percent` is 25 by default.
 */
const DATA_SHARE_OF_NODE = 0.75;

/** Memory that each node needs so that all shards together can store the data. */
export function nodeMemoryGib(dataGib: number, shards: number): number {
  return dataGib / shards / DATA_SHARE_OF_NODE;
}
