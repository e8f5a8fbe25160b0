import type { Rule } from '../rule';
import { isAbsent, isKnownNumber, numberAt, stringAt } from '../values';

export const rdsServerlessCapacity: Rule = {
  id: 'rds-serverless-capacity',
  severity: 'error',
  description: 'Cluster has serverless instances, and no capacity range, or one that is not in half steps up to more than 0.5, or descends',
  fix: 'Set ServerlessV2ScalingConfiguration of the cluster',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.create.html',
  *check(context) {
    for (const cluster of context.ofType('AWS::RDS::DBCluster')) {
      const [least, most] = ['MinCapacity', 'MaxCapacity'].map((name) =>
        numberAt(cluster.properties, 'ServerlessV2ScalingConfiguration', name),
      );
      for (const [name, capacity] of [
        ['MinCapacity', least],
        ['MaxCapacity', most],
      ] as const) {
        const isInvalid = isKnownNumber(capacity) && (!Number.isInteger(capacity * 2) || (name === 'MaxCapacity' && capacity < 1));
        const path = `Properties.ServerlessV2ScalingConfiguration.${name}`;
        if (isInvalid) yield { resource: cluster, path, received: String(capacity), expected: 'half steps, with a maximum of at least 1' };
      }
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
