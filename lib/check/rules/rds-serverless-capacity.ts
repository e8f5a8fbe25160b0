import type { Rule } from '../rule';
import { isAbsent, stringAt } from '../values';

/** Cluster has serverless instances, but no capacity range. */
export const rdsServerlessCapacity: Rule = {
  id: 'rds-serverless-capacity',
  severity: 'error',
  description: 'Cluster has serverless instances, but no capacity range',
  fix: 'Set ServerlessV2ScalingConfiguration of the cluster',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.create.html',
  *check(context) {
    const serverless = context
      .ofType('AWS::RDS::DBInstance')
      .filter(({ properties }) => stringAt(properties, 'DBInstanceClass') === 'db.serverless');
    for (const cluster of new Set(
      serverless.flatMap(({ properties }) => context.targetOf('AWS::RDS::DBCluster', properties.DBClusterIdentifier) ?? []),
    )) {
      if (!isAbsent(cluster.properties, 'ServerlessV2ScalingConfiguration')) continue;
      yield { resource: cluster, path: 'Properties.ServerlessV2ScalingConfiguration', expected: 'MinCapacity and MaxCapacity' };
    }
  },
};
