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
 * Memory of a busy connection in addition to the buffer pool. 1.2 to 2 MiB were measured with MySQL 9.7.4; the thread-local block
 * of TempTable, which `temptable_max_ram` does not include, is 1 MiB. Source: MySQL 8.4 reference manual, 10.4.4.
 */
const MIB_PER_CONNECTION = 3;

/** Share of memory for the buffer pool: the default of RDS, used as the upper bound. Source: RDS parameter reference. */
const MAX_BUFFER_POOL_SHARE = 0.75;

/** Memory of the server code, performance schema, log buffers and background threads. Measured with MySQL 9.7.4; MariaDB 10.11 needs less. */
const BASE_MEMORY_MIB = 460;

/**
 * Memory of the buffer pool with its control blocks, hash index and locks, divided by `innodb_buffer_pool_size`. Measured with MySQL
 * 9.7.4. The manual says about 1.1 (MySQL 8.0 reference manual, 17.14, `innodb_buffer_pool_size`).
 */
const MEMORY_PER_BUFFER_POOL = 1.076;

/**
 * Memory of internal temporary tables of all connections, as a share: the default of `temptable_max_ram`, 3% and at most 4 GiB, but
 * without its lower bound of 1 GiB, which is most of a small server. Larger tables go to disk. Sources: MySQL 8.4 reference
 * manual, 1.4 (new defaults) and 7.1.8; MySQL 9.7.4 has 1 GiB in a container of 1.5 GiB.
 */
const TEMPORARY_TABLES_SHARE = 0.03;
const MIN_TEMPORARY_TABLES_MIB = 16;
const MAX_TEMPORARY_TABLES_MIB = 4_096;

/** `innodb_buffer_pool_chunk_size`: the pool is rounded to whole chunks. Source: MySQL 8.4 reference manual, 17.14. */
const CHUNK_MIB = 128;

/** Connections to configure: the maximum that the services can open plus the reserve, or the number in the document if larger. */
export function connectionsToConfigure(servicesAtMost: number, publishedConnections = 0): number {
  return Math.max(servicesAtMost + RESERVED_CONNECTIONS, publishedConnections);
}

/**
 * Memory that RDS leaves the server, `DBInstanceClassMemory`: the memory of the class less that of the operating system and of the
 * processes of RDS, "always somewhat lower than the memory figures shown in the instance class tables" (Amazon RDS user guide,
 * "Specifying DB parameters"). AWS publishes no amount. The defaults of `max_connections` of 13 classes contain it: 232 MiB of
 * 1 GiB and 816 MiB of 30 GiB are missing (tritoneco.com, 23 November 2015, "max_connections at AWS RDS MySQL instance sizes").
 * This is an upper bound of all of them.
 */
export function rdsServerMemoryGib(classMemoryGib: number): number {
  return Math.max(0, classMemoryGib - (RDS_RESERVED_MIB + RDS_RESERVED_MIB_PER_GIB * classMemoryGib) / MIB_PER_GIB);
}
const RDS_RESERVED_MIB = 280;
const RDS_RESERVED_MIB_PER_GIB = 20;

/** Connections that fit into a memory size by the default of RDS, and that leave MySQL its smallest buffer pool. */
export function connectionsThatFit(memoryGib: number, engine: SizedEngine = 'mysql'): number {
  const bytes = rdsServerMemoryGib(memoryGib) * MIB_PER_GIB * BYTES_PER_MIB;
  if (engine === 'postgres') return Math.min(MAX_POSTGRES_CONNECTIONS, Math.floor(bytes / RDS_BYTES_PER_POSTGRES_CONNECTION));
  const memoryMib = memoryGib * MIB_PER_GIB;
  const leftMib =
    memoryMib - mysqlMemoryMib({ bufferPoolMib: CHUNK_MIB, temporaryTablesMib: temporaryTablesMib(memoryMib), connections: 0 });
  return Math.max(0, Math.min(Math.floor(bytes / RDS_BYTES_PER_CONNECTION), Math.floor(leftMib / MIB_PER_CONNECTION)));
}

/** Engines whose memory and connections are sized. */
type SizedEngine = 'mysql' | 'mariadb' | 'postgres';

/** Settings of a MySQL server that need memory. */
export interface MysqlMemory {
  /** `innodb_buffer_pool_size`, in MiB. */
  readonly bufferPoolMib: number;
  /** `temptable_max_ram`, in MiB. */
  readonly temporaryTablesMib: number;
  /** Connections that are busy at the same time. */
  readonly connections: number;
}

/** Memory that a MySQL server needs at most with its settings, in MiB. */
export function mysqlMemoryMib({ bufferPoolMib, temporaryTablesMib, connections }: MysqlMemory): number {
  return BASE_MEMORY_MIB + MEMORY_PER_BUFFER_POOL * bufferPoolMib + temporaryTablesMib + MIB_PER_CONNECTION * connections;
}

/**
 * Server variables that follow from the memory that the server has and from its connections. MariaDB has no `temptable_max_ram`
 * and does not start with it; its temporary tables get the same memory.
 */
export function mysqlParameters(
  memoryGib: number,
  maxConnections: number,
  engine: 'mysql' | 'mariadb' = 'mysql',
): Readonly<Record<string, string>> {
  const memoryMib = memoryGib * MIB_PER_GIB;
  const tablesMib = temporaryTablesMib(memoryMib);
  const leftMib = memoryMib - mysqlMemoryMib({ bufferPoolMib: 0, temporaryTablesMib: tablesMib, connections: maxConnections });
  const bufferPoolMib = Math.min(memoryMib * MAX_BUFFER_POOL_SHARE, leftMib / MEMORY_PER_BUFFER_POOL);
  const chunks = Math.max(1, Math.floor(bufferPoolMib / CHUNK_MIB));
  return {
    innodb_buffer_pool_size: String(chunks * CHUNK_MIB * BYTES_PER_MIB),
    ...(engine === 'mysql' ? { temptable_max_ram: String(tablesMib * BYTES_PER_MIB) } : {}),
    max_connections: String(maxConnections),
    // A query of more than two seconds exceeds the p95 of every system that publishes one.
    long_query_time: '2',
    slow_query_log: '1',
    // RDS accepts 0 and 1 here, and rejects ON, which Aurora accepts; MySQL accepts both.
    require_secure_transport: '1',
  };
}

function temporaryTablesMib(memoryMib: number): number {
  return Math.min(MAX_TEMPORARY_TABLES_MIB, Math.max(MIN_TEMPORARY_TABLES_MIB, Math.floor(memoryMib * TEMPORARY_TABLES_SHARE)));
}
