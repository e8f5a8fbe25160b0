import { Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { WholeApp } from '../whole-app';

const TENANTS = ['acme', 'globex', 'initech'];

/** A pool of users for all tenants, and a stack with key, bucket and table for each of them. */
export const saasMultiTenant: WholeApp = {
  name: 'saas-multi-tenant',
  build: (app) => {
    const users = new cognito.UserPool(new Stack(app, 'Identity'), 'Users', { selfSignUpEnabled: false });
    users.addClient('Web');
    for (const tenant of TENANTS) {
      const stack = new Stack(app, `Tenant-${tenant}`);
      const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
      new s3.Bucket(stack, 'Documents', { encryption: s3.BucketEncryption.KMS, encryptionKey });
      new dynamodb.Table(stack, 'Records', {
        partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
        billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
        encryptionKey,
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      });
    }
  },
  usage: {
    Users: { monthlyActiveUsers: 20_000 },
    Key: { apiCalls: 1_000_000 },
    Documents: { storedGb: 100, putRequests: 100_000, getRequests: 1_000_000 },
    Records: { storedGb: 20, readRequestUnits: 5_000_000, writeRequestUnits: 1_000_000 },
  },
  // Users of the Essentials plan, without the free ones of each account, which estimates do not deduct; for each of the three
  // tenants a key with its requests, whose first two rotations add $1 each, a bucket, and a table with point-in-time recovery of its storage:
  // https://aws.amazon.com/cognito/pricing/, https://aws.amazon.com/kms/pricing/, https://aws.amazon.com/s3/pricing/,
  // https://aws.amazon.com/dynamodb/pricing/on-demand/.
  handWorkedUsd: [
    20_000 * 0.015,
    ...TENANTS.flatMap(() => [1, 100 * 0.03]),
    ...TENANTS.flatMap(() => [100 * 0.023, 100 * 0.005, 1_000 * 0.0004]),
    ...TENANTS.flatMap(() => [1 * 0.625, 5 * 0.125, 20 * 0.25, 20 * 0.2]),
  ],
  handWorkedRiseUsd: 3 * 2,
};
