import { BYTES_PER_MIB, MIB_PER_GIB } from '../core/data-size';

/**
 * Bytes of memory that RDS allows for one MySQL connection in its default of `max_connections`.
 * Source: Amazon RDS user guide, "Maximum number of database connections": DBInstanceClassMemory / 12582880.
 */
const RDS_BYTES_PER_CONNECTION = 12_582_880;

/**
 * The same for PostgreSQL, whose default also ends at 5,000.
 * Source: AWS Prescriptive Guidance, "Tuning PostgreSQL parameters", max_connections: LEAST(DBInstanceClassMemory/9531392, 5000).
 */
const RDS_BYTES_PER_POSTGRES_CONNECTION = 9_531_392;
const MAX_POSTGRES_CONNECTIONS = 5_000;

/** Connections for administration, monitoring and replication in addition to those of the services. */
const RESERVED_CONNECTIONS = 10;

/**
 * Memory of a busy connection in addition to the buffer pool: thread stack 1 MiB, sort and join buffers 256 KiB each,
 * read buffers 384 KiB, network and temporary tables the rest. Source: defaults of MySQL 8.4 (reference manual, 7.1.8).
 */
const MIB_PER_CONNECTION = 3;

/** Share of memory for the buffer pool: the default of RDS, used as the upper bound. Source: RDS parameter reference. */
const MAX_BUFFER_POOL_SHARE = 0.75;

/** Memory of the operating system, server code and performance schema. */
const BASE_MEMORY_MIB = 400;

/** `innodb_buffer_pool_chunk_size`: the pool is rounded to whole chunks. Source: MySQL 8.4 reference manual, 17.14. */
const CHUNK_MIB = 128;

/** Connections to configure: the maximum that the services can open plus the reserve, or the number in the document if larger. */
export function connectionsToConfigure(servicesAtMost: number, publishedConnections = 0): number {
  return Math.max(servicesAtMost + RESERVED_CONNECTIONS, publishedConnections);
}

/** Connections that RDS allows for a memory size. */
export function connectionsThatFit(memoryGib: number, engine: 'mysql' | 'mariadb' | 'postgres' = 'mysql'): number {
  const bytes = memoryGib * MIB_PER_GIB * BYTES_PER_MIB;
  if (engine !== 'postgres') return Math.floor(bytes / RDS_BYTES_PER_CONNECTION);
  return Math.min(MAX_POSTGRES_CONNECTIONS, Math.floor(bytes / RDS_BYTES_PER_POSTGRES_CONNECTION));
}

/** Server variables that follow from memory and connections. */
export function mysqlParameters(memoryGib: number, maxConnections: number): Readonly<Record<string, string>> {
  const memoryMib = memoryGib * MIB_PER_GIB;
  const left = memoryMib - BASE_MEMORY_MIB - maxConnections * MIB_PER_CONNECTION;
  const bufferPoolMib = Math.min(memoryMib * MAX_BUFFER_POOL_SHARE, left);
  const chunks = Math.max(1, Math.floor(bufferPoolMib / CHUNK_MIB));
  return {
    innodb_buffer_pool_size: String(chunks * CHUNK_MIB * BYTES_PER_MIB),
    max_connections: String(maxConnections),
    // A query of more than two seconds exceeds the p95 of every system that publishes one.
    long_query_time: '2',
    slow_query_log: '1',
    // RDS accepts 0 and 1 here, and rejects ON, which Aurora accepts; MySQL accepts both.
    require_secure_transport: '1',
  };
}
