import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { WholeApp } from '../whole-app';

export const auditArchive: WholeApp = {
  name: 'audit-archive',
  build: (app) => {
    const stack = new Stack(app, 'Audit');
    const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
    const bucket = new s3.Bucket(stack, 'Archive', {
      encryptionKey,
      lifecycleRules: [{ expiration: Duration.days(2_557) }],
    });
    new cloudtrail.Trail(stack, 'Trail', { bucket, encryptionKey });
    new secretsmanager.Secret(stack, 'Token');
    const metric = new cloudwatch.Metric({ namespace: 'AWS/S3', metricName: 'NumberOfObjects' });
    metric.createAlarm(stack, 'NoObjects', {
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
    });
  },
  usage: {},
  // A key, whose first two rotations add $1 each, a secret and an alarm; the first copy of management events has no charge:
  // https://aws.amazon.com/kms/pricing/, https://aws.amazon.com/secrets-manager/pricing/,
  // https://aws.amazon.com/cloudwatch/pricing/, https://aws.amazon.com/cloudtrail/pricing/.
  handWorkedUsd: [1, 0.4, 0.1],
  handWorkedRiseUsd: 2,
};
