import { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { KinesisEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { WholeApp } from '../whole-app';

export const streaming: WholeApp = {
  name: 'streaming',
  build: (app) => {
    const stack = new Stack(app, 'Clicks');
    const stream = new kinesis.Stream(stack, 'Stream', { shardCount: 4 });
    const totals = new dynamodb.Table(stack, 'Totals', {
      partitionKey: { name: 'page', type: dynamodb.AttributeType.STRING },
      readCapacity: 50,
      writeCapacity: 100,
    });
    const counter = new lambda.Function(stack, 'Counter', {
      runtime: lambda.Runtime.PYTHON_3_13,
      memorySize: 1_024,
      handler: 'index.handler',
      code: lambda.Code.fromInline('def handler(event, context): pass'),
    });
    counter.addEventSource(new KinesisEventSource(stream, { startingPosition: lambda.StartingPosition.LATEST, batchSize: 500 }));
    totals.grantWriteData(counter);
  },
  usage: {
    Stream: { payloadUnits: 500_000_000 },
    Totals: { storedGb: 25 },
    Counter: { invocations: 5_000_000, functionSeconds: 500_000, logIngestGb: 0, logStoredGb: 0 },
  },
  // Four shards and 500 million PUT payload units; 100 write and 50 read capacity units and storage; requests and duration of 1
  // GB:
  // https://aws.amazon.com/kinesis/data-streams/pricing/, https://aws.amazon.com/dynamodb/pricing/provisioned/,
  // https://aws.amazon.com/lambda/pricing/.
  handWorkedUsd: [
    ...[4 * 730 * 0.015, 500 * 0.014],
    ...[100 * 730 * 0.00065, 50 * 730 * 0.00013, 25 * 0.25],
    ...[5 * 0.2, 500_000 * 0.0000166667],
  ],
};
