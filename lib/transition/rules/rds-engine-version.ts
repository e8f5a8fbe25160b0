import { isTrue, textOf } from '../property-value';
import type { TransitionRule } from '../rule';
import { compareVersions, majorVersion } from '../versions';

/** Types of databases with an engine version that changes in place. */
const TYPES = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::Neptune::DBCluster'];

export const rdsEngineVersion: TransitionRule = {
  id: 'rds-engine-version',
  description:
    'RDS and Neptune upgrade engine versions with downtime, reject downgrades, and RDS rejects major upgrades of an instance without AllowMajorVersionUpgrade',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbinstance.html',
    'https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const { id, before, after } of context.changed('EngineVersion', ...TYPES)) {
      const [old, next] = [textOf(before, 'EngineVersion'), textOf(after, 'EngineVersion')];
      const engine = textOf(after, 'Engine') ?? '';
      // Clusters have no such property: CloudFormation itself allows their major upgrades, and those of their instances.
      const isCluster = after.type !== 'AWS::RDS::DBInstance' || after.properties.DBClusterIdentifier !== undefined;
      const verdict = { resource: id, properties: ['EngineVersion'] };
      const text = `the engine changes from ${versionText(engine, old)} to ${next ?? 'an unknown version'}`;
      const isKnown = old !== undefined && next !== undefined;
      if (isKnown && compareVersions(next, old) < 0) {
        yield { ...verdict, class: 'rejected', text: `${text}, which is a downgrade` };
      } else if (
        isKnown &&
        !isCluster &&
        majorVersion(engine, next) !== majorVersion(engine, old) &&
        !isTrue(after, 'AllowMajorVersionUpgrade')
      ) {
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

/** Without a value, the service chooses the version; a function is known only at deployment. */
function versionText(engine: string, version: string | undefined): string {
  if (version !== undefined) return engine === '' ? version : `${engine} ${version}`;
  return engine === '' ? 'an unknown version' : `an unknown version of ${engine}`;
}
