import { BYTES_PER_MIB, MIB_PER_GIB } from '../core/data-size';

/** Server variables with an amount of memory that is allocated at start or planned with, and the bytes of their unit. */
const UNIT_BYTES: Readonly<Record<string, number>> = {
  innodb_buffer_pool_size: 1,
  temptable_max_ram: 1,
  shared_buffers: 8_192,
  effective_cache_size: 8_192,
};

/**
 * Server variables of PostgreSQL with the memory of one operation or process, and the least amount that a formula gives, both in KiB.
 * Source: PostgreSQL 17 manual, 19.4.1, default of `work_mem`; RDS for PostgreSQL, default of `maintenance_work_mem`:
 * GREATEST({DBInstanceClassMemory*1024/63963136},65536).
 */
const LEAST_KIB: Readonly<Record<string, number>> = {
  work_mem: 4_096,
  maintenance_work_mem: 65_536,
  autovacuum_work_mem: 65_536,
};

/**
 * Server variables for RDS: amounts of memory become shares of the memory of the class that the server has at the time.
 * Parameters are applied before the class changes, and a fixed amount for the new class could exceed the memory of the old
 * one. Source: Amazon RDS user guide, "Specifying DB parameters". `memoryGib` is the memory
 * that the amounts are sized for, without the part that RDS reserves.
 */
export function rdsMemoryFormulas(parameters: Readonly<Record<string, string>>, memoryGib: number): Readonly<Record<string, string>> {
  const memoryBytes = memoryGib * MIB_PER_GIB * BYTES_PER_MIB;
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const unit = UNIT_BYTES[name];
      const leastKib = LEAST_KIB[name];
      if (!/^\d+$/.test(value)) return [name, value];
      // A whole percentage would be too coarse: 64 MiB of 16 GiB are 0.4%.
      if (leastKib !== undefined && Number(value) > leastKib) {
        return [name, `GREATEST({DBInstanceClassMemory/${Math.ceil(memoryBytes / Number(value))}},${leastKib})`];
      }
      if (unit === undefined) return [name, value];
      const percent = Math.max(1, Math.floor(((Number(value) * unit) / memoryBytes) * 100));
      return [name, `{DBInstanceClassMemory*${percent}/${100 * unit}}`];
    }),
  );
}
