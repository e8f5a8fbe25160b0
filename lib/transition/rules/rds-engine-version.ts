import { isTrue, textOf } from '../property-value';
import type { TransitionRule } from '../rule';
import { compareVersions, majorVersion } from '../versions';

export const rdsEngineVersion: TransitionRule = {
  id: 'rds-engine-version',
  description:
    'RDS upgrades engine versions with downtime, rejects downgrades, and rejects major upgrades of an instance without AllowMajorVersionUpgrade',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbinstance.html',
    'https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds',
  ],
  asOf: '2026-11-29',
  *judge(context) {
    for (const { id, before, after } of context.changed('EngineVersion', 'AWS::RDS::DBInstance', 'AWS::RDS::DBCluster')) {
      const [old, next] = [textOf(before, 'EngineVersion'), textOf(after, 'EngineVersion')];
      if (old === undefined || next === undefined) continue;
      const engine = textOf(after, 'Engine') ?? '';
      // Clusters have no such property: CloudFormation itself allows their major upgrades.
      const isCluster = after.type === 'AWS::RDS::DBCluster';
      const verdict = { resource: id, properties: ['EngineVersion'] };
      const text = `the engine changes from ${engine} ${old} to ${next}`;
      if (compareVersions(next, old) < 0) {
        yield { ...verdict, class: 'rejected', text: `${text}, which is a downgrade` };
      } else if (!isCluster && majorVersion(engine, next) !== majorVersion(engine, old) && !isTrue(after, 'AllowMajorVersionUpgrade')) {
        yield { ...verdict, class: 'rejected', text: `${text}, a major upgrade, without AllowMajorVersionUpgrade` };
      } else {
        yield {
          ...verdict,
          class: 'in-place-with-interruption',
          text: `${text}; ${isCluster ? 'all instances of the cluster' : 'both instances of a Multi-AZ deployment'} are upgraded at the same time, and AWS states no duration`,
          interruption: { of: 'connections to the database', lowMinutes: 3 },
        };
      }
    }
  },
};
