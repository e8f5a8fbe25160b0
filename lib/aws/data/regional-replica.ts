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
import { storageOf } from './database-storage';

type DatabaseComponent = ComponentOf<'database'>;

/** Consecutive minutes above the limit before the alarm; shorter lags are normal. */
const ALARM_MINUTES = 2;

/**
 * A read replica of a database in another region, with a replication lag of seconds. It is encrypted with a key of its own
 * region, has backups for the case of a promotion, and an alarm for its replication lag.
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
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  const source = rds.DatabaseInstance.fromDatabaseInstanceAttributes(scope, 'Source', {
    instanceIdentifier: sourceName,
    instanceEndpointAddress: '',
    port: component.port,
    securityGroups: [],
  });
  const replica = new rds.DatabaseInstanceReadReplica(scope, 'Copy', {
    ...shared,
    sourceDatabaseInstance: source,
    storageEncryptionKey: key,
    ...storageOf(component),
    backupRetention: Duration.days(component.backupRetentionDays),
    // After a promotion it has data that no other instance has.
    removalPolicy: RemovalPolicy.SNAPSHOT,
  });
  readFromRegion(replica, region, sourceName);
  declareInheritedProperties(replica, component);
  acknowledge(replica, { RDS2: 'The replica is encrypted with its own key, and CloudFormation rejects StorageEncrypted on replicas.' });
  if (alarmLagSeconds !== undefined) lagAlarm(scope, replica, alarmLagSeconds);
  output(scope, 'CopyName', replica.instanceIdentifier, `Copy of ${component.id}, for aws rds promote-read-replica`);
  return replica;
}

/**
 * Names the source by its ARN in its own region, where the CDK would use the region of the replica. Source: CloudFormation
 * template reference, AWS::RDS::DBInstance, SourceDBInstanceIdentifier: an ARN for a source in another region.
 */
function readFromRegion(replica: rds.DatabaseInstanceReadReplica, region: string, sourceName: string): void {
  const resource = replica.node.defaultChild as CfnResource;
  resource.addPropertyOverride('SourceDBInstanceIdentifier', serverArn(region, sourceName));
  resource.addPropertyOverride('SourceRegion', region);
  resource.addPropertyDeletionOverride('StorageEncrypted');
}

/** Declares properties of the source that determine the price, because the source is in another template. */
function declareInheritedProperties(
  replica: rds.DatabaseInstanceReadReplica,
  { engine, engineVersion, storageGib }: DatabaseComponent,
): void {
  const resource = replica.node.defaultChild as CfnResource;
  resource.addMetadata(DECLARATION_KEY, {
    inherited: { Engine: engine, EngineVersion: engineVersion, AllocatedStorage: String(storageGib), StorageType: 'gp3' },
  });
}

function lagAlarm(scope: Construct, replica: rds.DatabaseInstanceReadReplica, seconds: number): void {
  new cloudwatch.Alarm(scope, 'LagAlarm', {
    alarmDescription: `replication lag is above ${seconds} s: a failure of the primary region would lose more data than the recovery point objective allows`,
    metric: replica.metric('ReplicaLag', { period: Duration.minutes(1), statistic: 'Maximum' }),
    threshold: seconds,
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: ALARM_MINUTES,
    // A replica that reports no metrics may have stopped replicating.
    treatMissingData: cloudwatch.TreatMissingData.BREACHING,
  });
}
