import { describe, expect, it } from 'vitest';
import { appliersOf } from '../../lib/blueprint/replays';

describe('processes or threads of a replica that apply changes', () => {
  it('one in PostgreSQL, which replays "in a single thread" (wiki.postgresql.org/wiki/Parallel_Recovery)', () => {
    expect(appliersOf({ engine: 'postgres', parameters: {} })).toBe(1);
  });

  it('four in MySQL by default (docs.percona.com: replica_parallel_workers, "From MySQL 8.0.27, the default is 4"), or the parameter', () => {
    expect(appliersOf({ engine: 'mysql', parameters: {} })).toBe(4);
    expect(appliersOf({ engine: 'mysql', parameters: { replica_parallel_workers: '16' } })).toBe(16);
  });

  it('one in MariaDB by default (mariadb.com/kb/en/parallel-replication: 0 is "old-style replication"), or the parameter', () => {
    expect(appliersOf({ engine: 'mariadb', parameters: {} })).toBe(1);
    expect(appliersOf({ engine: 'mariadb', parameters: { slave_parallel_threads: '0' } })).toBe(1);
    expect(appliersOf({ engine: 'mariadb', parameters: { slave_parallel_threads: '8' } })).toBe(8);
  });

  it('one where the parameter is a formula', () => {
    expect(appliersOf({ engine: 'mysql', parameters: { replica_parallel_workers: '{DBInstanceVCPU}' } })).toBe(1);
  });
});
