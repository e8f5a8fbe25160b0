import type { Rule } from '../rule';
import { isAbsent, numberAt, stringAt } from '../values';

export const rdsServerlessCapacity: Rule = {
  id: 'rds-serverless-capacity',
  severity: 'error',
  description: 'Cluster has serverless instances, and no capacity range, or one whose minimum is above its maximum',
  fix: 'Set ServerlessV2ScalingConfiguration of the cluster',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.create.html',
  *check(context) {
    for (const cluster of context.ofType('AWS::RDS::DBCluster')) {
      const [least, most] = ['MinCapacity', 'MaxCapacity'].map((name) =>
        numberAt(cluster.properties, 'ServerlessV2ScalingConfiguration', name),
      );
      if (typeof least !== 'number' || typeof most !== 'number' || least <= most) continue;
      const path = 'Properties.ServerlessV2ScalingConfiguration.MinCapacity';
      yield { resource: cluster, path, received: String(least), expected: `at most ${most}, the MaxCapacity` };
    }
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
