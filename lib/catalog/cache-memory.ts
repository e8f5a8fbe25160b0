/**
 * Share of a cache node's memory that data may fill; the rest is for snapshots, replication and failover.
 * Source: Amazon ElastiCache user guide, "Managing reserved memory": `reserved-memory-percent` is 25 by default.
 */
export const CACHE_NODE_DATA_SHARE = 0.75;
