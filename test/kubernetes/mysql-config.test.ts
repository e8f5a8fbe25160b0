import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mysqlConfig } from '../../lib/kubernetes/database/mysql-config';
import { mysqlScript } from '../../lib/kubernetes/database/mysql-scripts';
import { mysqlParameters } from '../../lib/selection/mysql-settings';
import { shellFault } from '../support/shell';

/** What the manual says that a variable takes. */
type Documented = 'text' | 'switch' | readonly string[] | { readonly min: number; readonly max: number };

const UNSIGNED_32 = 4_294_967_295;
const UNSIGNED_64 = 2 ** 64;

/**
 * No MySQL server runs here: what its configuration says is held against the manual. Source: MySQL 8.4 Reference Manual,
 * dev.mysql.com/doc/refman/8.4/en/, pages server-system-variables (7.1.8), replication-options-binary-log,
 * replication-options-gtids, replication-options-source, replication-options-replica and innodb-parameters; those of
 * semi-synchronous replication on replication-semisync-interface (19.4.10.2).
 */
const MANUAL: Readonly<Record<string, Documented>> = {
  datadir: 'text',
  socket: 'text',
  pid_file: 'text',
  tmpdir: 'text',
  port: { min: 0, max: 65_535 },
  bind_address: 'text',
  skip_name_resolve: 'switch',
  character_set_server: ['utf8mb4'],
  log_output: ['FILE', 'TABLE', 'NONE'],
  slow_query_log: 'switch',
  slow_query_log_file: 'text',
  long_query_time: { min: 0, max: 31_536_000 },
  log_bin: 'text',
  sync_binlog: { min: 0, max: UNSIGNED_32 },
  innodb_flush_log_at_trx_commit: ['0', '1', '2'],
  binlog_expire_logs_seconds: { min: 0, max: UNSIGNED_32 },
  gtid_mode: ['OFF', 'OFF_PERMISSIVE', 'ON_PERMISSIVE', 'ON'],
  enforce_gtid_consistency: ['OFF', 'ON', 'WARN'],
  log_replica_updates: 'switch',
  relay_log_recovery: 'switch',
  skip_replica_start: 'switch',
  read_only: 'switch',
  plugin_load_add: 'text',
  rpl_semi_sync_source_timeout: { min: 0, max: UNSIGNED_32 },
  rpl_semi_sync_source_wait_for_replica_count: { min: 1, max: 65_535 },
  rpl_semi_sync_source_wait_no_replica: 'switch',
  rpl_semi_sync_source_wait_point: ['AFTER_SYNC', 'AFTER_COMMIT'],
  innodb_buffer_pool_size: { min: 5_242_880, max: UNSIGNED_64 },
  max_connections: { min: 1, max: 100_000 },
  require_secure_transport: 'switch',
};

/** Names that 8.4 removed or renamed, which a server that knows them no more refuses to start with. */
const REMOVED = ['slave', 'master', 'default_authentication_plugin', 'expire_logs_days', 'binlog_transaction_dependency_tracking'];

function entries(text: string): [string, string][] {
  return text
    .split('\n')
    .filter((line) => line.includes(' = '))
    .map((line) => line.split(' = ') as [string, string]);
}

function fault([option, value]: [string, string]): string[] {
  // A server that does not know such an option goes on without it.
  const name = option.replace(/^loose_/, '');
  const documented = MANUAL[name];
  if (documented === undefined) return [`${name} is not in the table`];
  if (documented === 'text') return value === '' ? [`${name} is empty`] : [];
  if (documented === 'switch') return /^(ON|OFF|0|1)$/.test(value) ? [] : [`${name} is ${value}`];
  if ('min' in documented) {
    const number = Number(value);
    return /^\d+(\.\d+)?$/.test(value) && number >= documented.min && number <= documented.max ? [] : [`${name} is ${value}`];
  }
  return documented.includes(value) ? [] : [`${name} is ${value}`];
}

describe('the configuration of MySQL 8.4', () => {
  const config = (memoryGib: number, connections: number, readReplicas: number) =>
    mysqlConfig({
      engine: 'mysql',
      port: 3306,
      readReplicas,
      storageGib: 20,
      maxConnections: connections,
      parameters: mysqlParameters(memoryGib, connections),
    });

  test('has variables and values of the manual, for any size', () => {
    const size = fc.record({
      memoryGib: fc.double({ min: 0.5, max: 1_024, noNaN: true }),
      connections: fc.integer({ min: 11, max: 16_000 }),
      replicas: fc.integer({ min: 0, max: 15 }),
    });
    fc.assert(
      fc.property(size, ({ memoryGib, connections, replicas }) => {
        expect(entries(config(memoryGib, connections, replicas)).flatMap(fault)).toEqual([]);
      }),
    );
  });

  test('says nothing twice, and nothing that 8.4 has no more', () => {
    const names = entries(config(8, 100, 2)).map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => REMOVED.some((removed) => name.includes(removed)))).toEqual([]);
  });

  test.each([
    ['a variable that nobody knows', ['rpl_semi_sync_master_timeout', '10000']],
    ['a value out of range', ['port', '70000']],
    ['a word for a number', ['max_connections', 'many']],
    ['a word that it does not take', ['gtid_mode', 'YES']],
  ] as [string, [string, string]][])('the table sees %s', (_what, entry) => {
    expect(fault(entry)).toHaveLength(1);
  });
});

describe.each(['mysql', 'mariadb'] as const)('the script of %s', (engine) => {
  test('is one that a shell reads', () => {
    expect(shellFault(mysqlScript(engine))).toBe('');
  });

  test('speaks to one engine alone', () => {
    const statements = mysqlScript(engine);
    // Words of replication that MySQL 8.4 has no more, and MariaDB never had.
    const foreign =
      engine === 'mysql' ? /CHANGE MASTER|START SLAVE|RESET MASTER|gtid_slave_pos/ : /REPLICATION SOURCE|START REPLICA|gtid_executed/;
    expect(statements).not.toMatch(foreign);
  });
});
