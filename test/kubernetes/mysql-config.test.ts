import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mysqlConfig } from '../../lib/kubernetes/database/mysql-config';
import { mysqlScript } from '../../lib/kubernetes/database/mysql-scripts';
import { mysqlParameters } from '../../lib/selection/mysql-settings';
import { shellErrors } from '../support/shell';

/** Values of a variable that the manual documents. */
type Documented = 'string' | 'switch' | readonly string[] | { readonly min: number; readonly max: number };

const UNSIGNED_32 = 4_294_967_295;
const UNSIGNED_64 = 2 ** 64;

/**
 * The configuration is compared with the manual; test/reality/mysql-replication.test.ts runs it. Source: MySQL 8.4 Reference Manual,
 * dev.mysql.com/doc/refman/8.4/en/, pages server-system-variables (7.1.8), replication-options-binary-log,
 * replication-options-gtids, replication-options-source, replication-options-replica and innodb-parameters; those of
 * semi-synchronous replication on replication-semisync-interface (19.4.10.2).
 */
const MANUAL: Readonly<Record<string, Documented>> = {
  datadir: 'string',
  socket: 'string',
  pid_file: 'string',
  tmpdir: 'string',
  port: { min: 0, max: 65_535 },
  bind_address: 'string',
  skip_name_resolve: 'switch',
  character_set_server: ['utf8mb4'],
  log_output: ['FILE', 'TABLE', 'NONE'],
  slow_query_log: 'switch',
  slow_query_log_file: 'string',
  log_bin_trust_function_creators: 'switch',
  admin_address: 'string',
  admin_port: { min: 0, max: 65_535 },
  // The page x-plugin-option-variable-reference (22.5.6.1).
  mysqlx: 'switch',
  long_query_time: { min: 0, max: 31_536_000 },
  log_bin: 'string',
  sync_binlog: { min: 0, max: UNSIGNED_32 },
  innodb_flush_log_at_trx_commit: ['0', '1', '2'],
  binlog_expire_logs_seconds: { min: 0, max: UNSIGNED_32 },
  gtid_mode: ['OFF', 'OFF_PERMISSIVE', 'ON_PERMISSIVE', 'ON'],
  enforce_gtid_consistency: ['OFF', 'ON', 'WARN'],
  log_replica_updates: 'switch',
  relay_log_recovery: 'switch',
  skip_replica_start: 'switch',
  read_only: 'switch',
  plugin_load_add: 'string',
  rpl_semi_sync_source_timeout: { min: 0, max: UNSIGNED_32 },
  rpl_semi_sync_source_wait_for_replica_count: { min: 1, max: 65_535 },
  rpl_semi_sync_source_wait_no_replica: 'switch',
  rpl_semi_sync_source_wait_point: ['AFTER_SYNC', 'AFTER_COMMIT'],
  innodb_buffer_pool_size: { min: 5_242_880, max: UNSIGNED_64 },
  // The page server-system-variables.
  temptable_max_ram: { min: 2_097_152, max: UNSIGNED_64 },
  max_connections: { min: 1, max: 100_000 },
  require_secure_transport: 'switch',
};

/** Names that 8.4 removed or renamed: a server does not start with unknown variables. */
const REMOVED = ['slave', 'master', 'default_authentication_plugin', 'expire_logs_days', 'binlog_transaction_dependency_tracking'];

function entries(text: string): [string, string][] {
  return text
    .split('\n')
    .filter((line) => line.includes(' = '))
    .map((line) => line.split(' = ') as [string, string]);
}

function violations([option, value]: [string, string]): string[] {
  // A server ignores unknown options with this prefix.
  const name = option.replace(/^loose_/, '');
  const documented = MANUAL[name];
  if (documented === undefined) return [`${name} is not in the table`];
  if (documented === 'string') return value === '' ? [`${name} is empty`] : [];
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

  test('has only variables and values in the manual, for any size', () => {
    const size = fc.record({
      memoryGib: fc.double({ min: 0.5, max: 1_024, noNaN: true }),
      connections: fc.integer({ min: 11, max: 16_000 }),
      replicas: fc.integer({ min: 0, max: 15 }),
    });
    fc.assert(
      fc.property(size, ({ memoryGib, connections, replicas }) => {
        expect(entries(config(memoryGib, connections, replicas)).flatMap(violations)).toEqual([]);
      }),
    );
  });

  test('has no variable twice, and none that 8.4 removed', () => {
    const names = entries(config(8, 100, 2)).map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => REMOVED.some((removed) => name.includes(removed)))).toEqual([]);
  });

  test.each([
    ['an unknown variable', ['rpl_semi_sync_master_timeout', '10000']],
    ['a value out of range', ['port', '70000']],
    ['a word instead of a number', ['max_connections', 'many']],
    ['an undocumented word', ['gtid_mode', 'YES']],
  ] as [string, [string, string]][])('is compared with the manual: %s is reported', (_title, entry) => {
    expect(violations(entry)).toHaveLength(1);
  });
});

describe.each(['mysql', 'mariadb'] as const)('the script of %s', (engine) => {
  test('is a valid shell script', () => {
    expect(shellErrors(mysqlScript(engine))).toBe('');
  });

  test('contains no statements of the other engine', () => {
    const statements = mysqlScript(engine);
    // Replication statements that MySQL 8.4 removed, and those that MariaDB never had.
    const foreign =
      engine === 'mysql' ? /CHANGE MASTER|START SLAVE|RESET MASTER|gtid_slave_pos/ : /REPLICATION SOURCE|START REPLICA|gtid_executed/;
    expect(statements).not.toMatch(foreign);
  });
});
