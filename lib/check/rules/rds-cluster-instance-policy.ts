import { isPresent } from '../property';
import { DB_INSTANCE } from '../rds';
import type { Rule } from '../rule';

export const rdsClusterInstancePolicy: Rule = {
  id: 'rds-cluster-instance-policy',
  severity: 'error',
  description: 'Instance of a database cluster has the deletion policy Snapshot, with which CloudFormation rejects its creation',
  fix: 'Set DeletionPolicy Snapshot on the cluster, which has the data, and Delete on its instances',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  unsettled:
    'The page states a default without a snapshot for these instances; the source of the resource type that AWS publishes (aws-cloudformation-resource-providers-rds, CreateHandler) rejects Snapshot',
  *check(context) {
    for (const instance of context.ofType(DB_INSTANCE)) {
      if (instance.deletionPolicy !== 'Snapshot' || !isPresent(instance.properties, 'DBClusterIdentifier')) continue;
      yield { resource: instance, path: 'DeletionPolicy', received: '"Snapshot"', expected: 'Delete, and Snapshot on the cluster' };
    }
  },
};
