import { Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { WholeApp } from '../whole-app';

export const serverlessApi: WholeApp = {
  name: 'serverless-api',
  build: (app) => {
    const stack = new Stack(app, 'Notes');
    const table = new dynamodb.Table(stack, 'Table', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
    });
    const handler = new lambda.Function(stack, 'Handler', {
      runtime: lambda.Runtime.NODEJS_22_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(10),
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 });'),
      environment: { TABLE: table.tableName },
    });
    table.grantReadWriteData(handler);
    new apigateway.LambdaRestApi(stack, 'Api', { handler });
  },
  usage: {
    Table: { storedGb: 125, readRequestUnits: 20_000_000, writeRequestUnits: 4_000_000 },
    Handler: { invocations: 10_000_000, functionSeconds: 1_000_000, logIngestGb: 0, logStoredGb: 0 },
    Api: { apiRequests: 10_000_000 },
  },
  // Write and read request units and storage of the table, requests and 0.5 GB for a million seconds on Graviton, calls of a
  // REST API:
  // https://aws.amazon.com/dynamodb/pricing/on-demand/, https://aws.amazon.com/lambda/pricing/,
  // https://aws.amazon.com/api-gateway/pricing/.
  handWorkedUsd: [...[4 * 0.625, 20 * 0.125, 125 * 0.25], ...[10 * 0.2, 500_000 * 0.0000133334], 10 * 3.5],
};
