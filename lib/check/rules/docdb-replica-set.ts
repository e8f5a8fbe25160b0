import type { Rule } from '../rule';

export const docdbReplicaSet: Rule = {
  id: 'docdb-replica-set',
  severity: 'warning',
  description: 'DocumentDB cluster has fewer than two instances, so it has no failover',
  fix: 'Add a DBInstance to the cluster',
  citation: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/failover.html',
  *check(context) {
    const instances = context.ofType('AWS::DocDB::DBInstance');
    if (instances.some(({ properties }) => context.target(properties.DBClusterIdentifier) === undefined)) return;
    for (const cluster of context.ofType('AWS::DocDB::DBCluster')) {
      const own = instances.filter(({ properties }) => context.target(properties.DBClusterIdentifier) === cluster);
      if (own.length === 1)
        yield { resource: cluster, path: 'Properties', received: 'with one instance', expected: 'a cluster with at least two instances' };
    }
  },
};
