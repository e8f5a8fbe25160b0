import { KIB_PER_MIB, MIB_PER_GIB } from '../core/data-size';

/** PostgreSQL counts shared memory in pages of 8 KiB. */
const PAGES_PER_MIB = 128;

/** Share of memory for the buffer cache of the server. Source: PostgreSQL 17 manual, 19.4.1, `shared_buffers`: 25% to start with. */
const SHARED_BUFFERS_SHARE = 0.25;

/** Share of memory that the planner assumes for caching, including the cache of the operating system. Source: RDS parameter reference, effective_cache_size. */
export const CACHE_SHARE = 0.5;

/** Share of memory for vacuum and index builds, with the bounds of RDS. Source: RDS, maintenance_work_mem (65,536 KiB and up). */
const MAINTENANCE_SHARE = 1 / 64;
const MIN_MAINTENANCE_MIB = 64;

/**
 * Server variables that depend on the size. RDS derives them itself; a server in a container needs them as parameters. In the
 * units of the parameter group: pages and KiB.
 */
export function postgresParameters(memoryGib: number): Readonly<Record<string, string>> {
  const memoryMib = memoryGib * MIB_PER_GIB;
  return {
    shared_buffers: String(Math.round(memoryMib * SHARED_BUFFERS_SHARE * PAGES_PER_MIB)),
    effective_cache_size: String(Math.round(memoryMib * CACHE_SHARE * PAGES_PER_MIB)),
    maintenance_work_mem: String(Math.round(Math.max(MIN_MAINTENANCE_MIB, memoryMib * MAINTENANCE_SHARE) * KIB_PER_MIB)),
  };
}
