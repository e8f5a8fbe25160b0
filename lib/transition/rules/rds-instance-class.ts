import { takeoverOf } from '../cluster-takers';
import { isTrue, textOf } from '../property-value';
import type { UpdatedResource } from '../resource-change';
import type { TransitionRule, Verdict } from '../rule';
import type { TransitionContext } from '../transition-context';

export const rdsInstanceClass: TransitionRule = {
  id: 'rds-instance-class',
  description:
    'RDS changes the instance class with downtime: a failover of 60 to 120 seconds with a standby, several minutes without one; Aurora and a Multi-AZ DB cluster fail over to another instance of the cluster that works meanwhile',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.DBInstance.Modifying.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.Failover.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
    'https://docs.aws.amazon.com/whitepapers/latest/amazon-aurora-mysql-db-admin-handbook/designing-for-fault-tolerance-and-quick-recovery.html',
    'https://github.com/hashicorp/terraform-provider-aws/issues/27910',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/modify-multi-az-db-cluster.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_FailoverDBCluster.html',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const change of context.changed('DBInstanceClass', 'AWS::RDS::DBInstance')) {
      const { id: resource, before, after } = change;
      const old = textOf(before, 'DBInstanceClass') ?? 'unknown';
      const text = `the class changes from ${old} to ${textOf(after, 'DBInstanceClass') ?? 'unknown'}`;
      const isInCluster = before.properties.DBClusterIdentifier !== undefined;
      const { how, ...minutes } = isInCluster ? ofAurora(context, change) : ofInstance(change);
      yield {
        resource,
        class: 'in-place-with-interruption',
        properties: ['DBInstanceClass'],
        text: `${text}, ${how}`,
        interruption: { of: 'connections to the database', ...minutes },
      };
    }
    for (const { id: resource, before, after } of context.changed('DBClusterInstanceClass', 'AWS::RDS::DBCluster')) {
      const [old, next] = [before, after].map((cluster) => textOf(cluster, 'DBClusterInstanceClass') ?? 'unknown');
      yield {
        resource,
        class: 'in-place-with-interruption',
        properties: ['DBClusterInstanceClass'],
        text: `the class of all instances changes from ${old} to ${next}, with a failover of the writer`,
        // Source: "failover times are typically less than 35 seconds".
        interruption: { of: 'connections to the database', lowMinutes: 0.5, highMinutes: 1 },
      };
    }
  },
};

type Change = { readonly how: string } & Omit<NonNullable<Verdict['interruption']>, 'of'>;

function ofInstance({ before, after }: UpdatedResource): Change {
  // A standby that this update creates does not exist yet when the class changes.
  return isTrue(before, 'MultiAZ') && isTrue(after, 'MultiAZ')
    ? { how: 'first on the standby, then by a failover', lowMinutes: 1, highMinutes: 2 }
    : { how: 'while the instance is stopped; AWS states no duration', lowMinutes: 3 };
}

/** Source of the minutes: "service is typically restored in less than 60 seconds, and often less than 30 seconds". */
function ofAurora(context: TransitionContext, change: UpdatedResource): Change {
  switch (takeoverOf(context, change)) {
    case 'failover':
      return { how: 'and if it is the writer, Aurora fails over to another instance of the cluster', lowMinutes: 0.5, highMinutes: 1 };
    case 'at-the-same-time':
      return {
        how: 'and all other instances of the cluster change at the same time, so that none takes over; add DependsOn between them',
        lowMinutes: 3,
      };
    case 'alone':
      return { how: 'while the only instance of the cluster restarts; AWS states no duration', lowMinutes: 3 };
  }
}
