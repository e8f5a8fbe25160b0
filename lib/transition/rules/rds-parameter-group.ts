import { isPlainObject } from '../../core/plain-object';
import { valueAt } from '../property-value';
import type { TransitionRule } from '../rule';

/**
 * Parameters that a running server applies. All others count as static: a parameter that is missing here is never read as
 * dynamic. Source: MySQL 8.4 and PostgreSQL 16 reference manuals, system variables and server configuration.
 */
const DYNAMIC: ReadonlySet<string> = new Set([
  'binlog_cache_size',
  'character_set_server',
  'collation_server',
  'innodb_buffer_pool_size',
  'innodb_flush_log_at_trx_commit',
  'innodb_io_capacity',
  'innodb_io_capacity_max',
  'innodb_redo_log_capacity',
  'log_bin_trust_function_creators',
  'log_min_duration_statement',
  'long_query_time',
  'maintenance_work_mem',
  'max_connections',
  'max_heap_table_size',
  'random_page_cost',
  'require_secure_transport',
  'slow_query_log',
  'table_open_cache',
  'temptable_max_ram',
  'thread_cache_size',
  'tmp_table_size',
  'wait_timeout',
  'work_mem',
]);

/** Of PostgreSQL this one is static, of MySQL it is dynamic. */
const STATIC_IN_POSTGRES = 'max_connections';

/** Types of parameter groups. */
const GROUPS = [
  'AWS::RDS::DBParameterGroup',
  'AWS::RDS::DBClusterParameterGroup',
  'AWS::DocDB::DBClusterParameterGroup',
  'AWS::Neptune::DBParameterGroup',
  'AWS::Neptune::DBClusterParameterGroup',
];

/** Properties that name the parameter group of a database, by type. */
const USERS: Readonly<Record<string, string>> = {
  'AWS::RDS::DBInstance': 'DBParameterGroupName',
  'AWS::RDS::DBCluster': 'DBClusterParameterGroupName',
  'AWS::DocDB::DBCluster': 'DBClusterParameterGroupName',
  'AWS::Neptune::DBCluster': 'DBClusterParameterGroupName',
  'AWS::Neptune::DBInstance': 'DBParameterGroupName',
};

const REBOOT = { of: 'connections to the database, at the reboot', lowMinutes: 1, highMinutes: 2 } as const;

export const rdsParameterGroup: TransitionRule = {
  id: 'rds-parameter-group',
  description:
    'RDS, DocumentDB and Neptune apply static parameters, and the parameters of another group, only after a reboot, which CloudFormation does not start',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const { id, before, after } of context.changed('Parameters', ...GROUPS)) {
      const isPostgres = String(after.properties.Family).includes('postgres');
      const names = changedKeys(before.properties.Parameters, after.properties.Parameters).filter(
        (name) => !DYNAMIC.has(name) || (isPostgres && name === STATIC_IN_POSTGRES),
      );
      if (names.length === 0) continue;
      yield {
        resource: id,
        class: 'in-place-with-interruption',
        properties: ['Parameters'],
        text: `${names.join(', ')}: the value applies after a reboot of the instances, which the update does not start`,
        interruption: REBOOT,
      };
    }
    for (const [type, property] of Object.entries(USERS)) {
      for (const { id } of context.changed(property, type)) {
        const text = 'parameters of the other group apply after a reboot';
        yield { resource: id, class: 'in-place-with-interruption', properties: [property], text, interruption: REBOOT };
      }
    }
  },
};

function changedKeys(before: unknown, after: unknown): readonly string[] {
  const keys = [before, after].flatMap((value) => (isPlainObject(value) ? Object.keys(value) : []));
  return [...new Set(keys)].filter((key) => JSON.stringify(valueAt(before, key)) !== JSON.stringify(valueAt(after, key)));
}
