import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { WholeApp } from '../whole-app';

export const multiRegion: WholeApp = {
  name: 'multi-region',
  build: (app) => {
    for (const region of ['us-east-1', 'eu-west-1', 'ap-southeast-1']) {
      const stack = new Stack(app, `Uploads-${region}`, { env: { account: '111111111111', region } });
      new s3.Bucket(stack, 'Files', { versioned: true });
      new sqs.Queue(stack, 'Jobs', { deadLetterQueue: { queue: new sqs.Queue(stack, 'Failed'), maxReceiveCount: 5 } });
      new lambda.Function(stack, 'Resize', {
        runtime: lambda.Runtime.NODEJS_22_X,
        memorySize: 2_048,
        handler: 'index.handler',
        code: lambda.Code.fromInline('exports.handler = async () => {};'),
      });
    }
  },
  usage: {
    Files: { storedGb: 500, putRequests: 1_000_000, getRequests: 5_000_000 },
    Jobs: { queueRequests: 3_000_000 },
    Failed: { deadLetterRequests: 30_000 },
    Resize: { invocations: 1_000_000, functionSeconds: 2_000_000, logIngestGb: 0, logStoredGb: 0 },
  },
};
