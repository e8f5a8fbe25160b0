import { DB_INSTANCE } from '../rds';
import type { Rule } from '../rule';
import { isAbsent, numberAt } from '../values';

export const rdsMonitoringRole: Rule = {
  id: 'rds-monitoring-role',
  severity: 'error',
  description: 'Enhanced Monitoring of a database is on without a role, which RDS rejects',
  fix: 'Set MonitoringRoleArn, or MonitoringInterval to 0',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  *check(context) {
    for (const database of context.ofType(DB_INSTANCE, 'AWS::RDS::DBCluster')) {
      const seconds = numberAt(database.properties, 'MonitoringInterval');
      if (typeof seconds !== 'number' || seconds === 0 || !isAbsent(database.properties, 'MonitoringRoleArn')) continue;
      yield { resource: database, path: 'Properties.MonitoringRoleArn', expected: `a role, because MonitoringInterval is ${seconds}` };
    }
  },
};
