import { otherFamily } from '../parameter-family';
import type { Rule } from '../rule';

const GROUP = {
  property: 'DBClusterParameterGroupName',
  groupType: 'AWS::DocDB::DBClusterParameterGroup',
  familyProperty: 'Family',
  engine: 'docdb',
} as const;

export const docdbParameterFamily: Rule = {
  id: 'docdb-parameter-family',
  severity: 'error',
  description: 'Parameter group of a DocumentDB cluster is of another version, which DocumentDB rejects',
  fix: 'Create a parameter group of the family of the engine version, such as docdb5.0',
  citation: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/cluster_parameter_groups.html',
  *check(context) {
    for (const server of context.ofType('AWS::DocDB::DBCluster')) {
      const violation = otherFamily({ server, ...GROUP }, context);
      if (violation !== undefined) yield violation;
    }
  },
};
