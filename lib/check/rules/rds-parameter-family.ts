import { otherFamily } from '../parameter-family';
import { DB_INSTANCE } from '../rds';
import type { Rule } from '../rule';
import { stringAt } from '../values';

/** Engines whose families are the engine and the line of its versions. */
const ENGINES: readonly unknown[] = ['mysql', 'mariadb', 'postgres', 'aurora-mysql', 'aurora-postgresql'];

export const rdsParameterFamily: Rule = {
  id: 'rds-parameter-family',
  severity: 'error',
  description: 'Parameter group of a database is of another engine or version, which RDS rejects',
  fix: 'Create a parameter group of the family of the engine version, and change both in one update',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBParameterGroup.html',
  *check(context) {
    for (const server of context.ofType(DB_INSTANCE, 'AWS::RDS::DBCluster')) {
      const engine = stringAt(server.properties, 'Engine');
      if (typeof engine !== 'string' || !ENGINES.includes(engine.toLowerCase())) continue;
      const group =
        server.type === DB_INSTANCE
          ? { property: 'DBParameterGroupName', groupType: 'AWS::RDS::DBParameterGroup' }
          : { property: 'DBClusterParameterGroupName', groupType: 'AWS::RDS::DBClusterParameterGroup' };
      const violation = otherFamily({ server, ...group, familyProperty: 'Family', engine: engine.toLowerCase() }, context);
      if (violation !== undefined) yield violation;
    }
  },
};
