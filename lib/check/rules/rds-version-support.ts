import type { TemplateResource } from '../../cloudformation/template-resource';
import { endOfSupport, STANDARD_SUPPORT_ENDED } from '../ended-support';
import { engineOf, isInCluster } from '../rds';
import type { Rule } from '../rule';
import { isAbsent, isKnownString, stringAt } from '../values';

/** A database with one of these exists before: RDS upgrades it instead of rejecting it, or the source decides. */
const EXISTING = [
  'DBSnapshotIdentifier',
  'SnapshotIdentifier',
  'SourceDBInstanceIdentifier',
  'SourceDBClusterIdentifier',
  'GlobalClusterIdentifier',
];

export const rdsVersionSupport: Rule = {
  id: 'rds-version-support',
  severity: 'error',
  description: 'New database without extended support has a version past its standard support, which RDS rejects',
  fix: 'Choose a major version in standard support, such as MySQL 8.4 or PostgreSQL 17',
  citation: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
  *check(context) {
    const instances = context.ofType('AWS::RDS::DBInstance').filter((instance) => !isInCluster(instance));
    for (const database of [...instances, ...context.ofType('AWS::RDS::DBCluster')]) {
      const { properties } = database;
      if (stringAt(properties, 'EngineLifecycleSupport') !== 'open-source-rds-extended-support-disabled') continue;
      if (EXISTING.some((name) => !isAbsent(properties, name))) continue;
      const ended = endOf(database);
      if (ended === undefined) continue;
      yield {
        resource: database,
        path: 'Properties.EngineVersion',
        received: `${ended.version}, whose standard support ended on ${ended.on}`,
        expected: 'a version in standard support',
      };
    }
  },
};

/** The version of a database and the day on which its standard support ended; undefined when it has not, or is not known. */
function endOf(database: TemplateResource): { readonly version: string; readonly on: string } | undefined {
  const [engine, version] = [engineOf(database), stringAt(database.properties, 'EngineVersion')];
  if (!isKnownString(engine) || !isKnownString(version) || !Object.hasOwn(STANDARD_SUPPORT_ENDED, engine)) return undefined;
  const on = endOfSupport(STANDARD_SUPPORT_ENDED[engine] ?? {}, version);
  return on === undefined ? undefined : { version, on };
}
