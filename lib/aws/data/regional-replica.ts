import { type CfnResource, Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import { DECLARATION_KEY } from '../../contract/key';
import { acknowledge } from '../acknowledge';
import type { ComponentOf } from '../build-context';
import type { SharedServerProps } from '../database-props';
import { output } from '../outputs';
import { serverArn } from '../regional-names';

type DatabaseComponent = ComponentOf<'database'>;

/** Lags are measured each minute; one above the limit for two of them is no hiccup. */
const ALARM_MINUTES = 2;

/**
 * A copy of a database of another region, behind it by seconds. It is encrypted with a key of its own region, keeps
 * backups, so that it has some when it is promoted, and an alarm tells when it falls too far behind.
 */
export function replicaInRegion(
  scope: Construct,
  component: DatabaseComponent,
  { region, alarmLagSeconds }: NonNullable<DatabaseComponent['replicaOf']>,
  sourceName: string,
  { port: _inherited, ...shared }: SharedServerProps,
): rds.DatabaseInstanceReadReplica {
  const key = new kms.Key(scope, 'Key', {
    description: `volume of ${component.id}`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const source = rds.DatabaseInstance.fromDatabaseInstanceAttributes(scope, 'Source', {
    instanceIdentifier: serverArn(region, sourceName),
    instanceEndpointAddress: '',
    port: component.port,
    securityGroups: [],
  });
  const replica = new rds.DatabaseInstanceReadReplica(scope, 'Copy', {
    ...shared,
    sourceDatabaseInstance: source,
    storageEncryptionKey: key,
    backupRetention: Duration.days(component.backupRetentionDays),
    deletionProtection: true,
    // After a promotion it holds what no other server does.
    removalPolicy: RemovalPolicy.SNAPSHOT,
  });
  sayWhatIsInherited(replica, component, region);
  acknowledge(replica, { RDS2: 'Its key says that it is encrypted, and CloudFormation refuses to have a replica say it twice.' });
  if (alarmLagSeconds !== undefined) lagAlarm(scope, replica, alarmLagSeconds);
  output(scope, 'CopyName', replica.instanceIdentifier, `Copy of ${component.id}, for aws rds promote-read-replica`);
  return replica;
}

/** The source is in another template, so what decides the price is said here. */
function sayWhatIsInherited(
  replica: rds.DatabaseInstanceReadReplica,
  { engine, engineVersion, storageGib }: DatabaseComponent,
  region: string,
): void {
  const resource = replica.node.defaultChild as CfnResource;
  resource.addPropertyOverride('SourceRegion', region);
  resource.addPropertyDeletionOverride('StorageEncrypted');
  resource.addMetadata(DECLARATION_KEY, {
    inherited: { Engine: engine, EngineVersion: engineVersion, AllocatedStorage: String(storageGib), StorageType: 'gp3' },
  });
}

function lagAlarm(scope: Construct, replica: rds.DatabaseInstanceReadReplica, seconds: number): void {
  new cloudwatch.Alarm(scope, 'LagAlarm', {
    alarmDescription: `the copy is more than ${seconds} s behind: with its region more work would be lost than was promised`,
    metric: replica.metric('ReplicaLag', { period: Duration.minutes(1), statistic: 'Maximum' }),
    threshold: seconds,
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: ALARM_MINUTES,
    // A copy that no longer reports is as bad as one that is late.
    treatMissingData: cloudwatch.TreatMissingData.BREACHING,
  });
}
