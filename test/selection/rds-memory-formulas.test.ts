import { describe, expect, it } from 'vitest';
import { mysqlParameters } from '../../lib/selection/mysql-settings';
import { postgresParameters } from '../../lib/selection/postgres-settings';
import { rdsMemoryFormulas } from '../../lib/selection/rds-memory-formulas';

// Amazon RDS user guide, "Specifying DB parameters": a formula in braces over DBInstanceClassMemory, which is in bytes.
describe('rdsMemoryFormulas', () => {
  it('makes the buffer pool of MySQL a share, at most the three quarters that RDS has by default', () => {
    expect(rdsMemoryFormulas(mysqlParameters(32, 100), 32).innodb_buffer_pool_size).toBe('{DBInstanceClassMemory*75/100}');
    expect(rdsMemoryFormulas(mysqlParameters(2, 100), 2).innodb_buffer_pool_size).toBe('{DBInstanceClassMemory*50/100}');
    expect(rdsMemoryFormulas(mysqlParameters(2, 100), 2).temptable_max_ram).toBe('{DBInstanceClassMemory*2/100}');
  });

  // RDS for PostgreSQL has {DBInstanceClassMemory/32768} as its default of shared_buffers: a quarter, in pages of 8 KiB.
  it('makes the buffers of PostgreSQL a share in pages of 8 KiB', () => {
    const { shared_buffers, effective_cache_size } = rdsMemoryFormulas(postgresParameters(16), 16);
    expect(shared_buffers).toBe('{DBInstanceClassMemory*25/819200}');
    expect(effective_cache_size).toBe('{DBInstanceClassMemory*50/819200}');
  });

  // Default of maintenance_work_mem in RDS for PostgreSQL 12, by describe-db-parameters (Jignesh Shah, "Tuning DB Parameters for
  // PostgreSQL 12 in Amazon RDS"): GREATEST({DBInstanceClassMemory*1024/63963136},65536), in KiB.
  it('makes the memory of operations of PostgreSQL a share in KiB, and at least its default', () => {
    const parameters = { work_mem: '65536', maintenance_work_mem: '1048576', autovacuum_work_mem: '131072' };
    expect(rdsMemoryFormulas(parameters, 16)).toEqual({
      work_mem: 'GREATEST({DBInstanceClassMemory/262144},4096)',
      maintenance_work_mem: 'GREATEST({DBInstanceClassMemory/16384},65536)',
      autovacuum_work_mem: 'GREATEST({DBInstanceClassMemory/131072},65536)',
    });
  });

  it('leaves other variables, formulas, and amounts up to the least as they are', () => {
    const others = {
      max_connections: '110',
      shared_buffers: '{DBInstanceClassMemory/32768}',
      work_mem: '4096',
      maintenance_work_mem: '65536',
      autovacuum_work_mem: '-1',
    };
    expect(rdsMemoryFormulas(others, 16)).toEqual(others);
  });
});
