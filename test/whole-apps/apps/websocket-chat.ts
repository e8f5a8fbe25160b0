import { Stack } from 'aws-cdk-lib';
import { WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { WholeApp } from '../whole-app';

export const websocketChat: WholeApp = {
  name: 'websocket-chat',
  build: (app) => {
    const stack = new Stack(app, 'Chat');
    const handler = new lambda.Function(stack, 'Handler', {
      runtime: lambda.Runtime.NODEJS_22_X,
      memorySize: 256,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 });'),
    });
    const integration = new WebSocketLambdaIntegration('Messages', handler);
    const webSocketApi = new WebSocketApi(stack, 'Api', { defaultRouteOptions: { integration } });
    new WebSocketStage(stack, 'Live', { webSocketApi, stageName: 'live', autoDeploy: true });
  },
  usage: {
    Api: { apiMessages: 50_000_000, connectionMinutes: 20_000_000 },
    Handler: { invocations: 50_000_000, functionSeconds: 2_500_000, logIngestGb: 0, logStoredGb: 0 },
  },
  // Messages and connection minutes; requests and 0.25 GB for 2.5 million seconds:
  // https://aws.amazon.com/api-gateway/pricing/, https://aws.amazon.com/lambda/pricing/.
  handWorkedUsd: [...[50 * 1, 20 * 0.25], ...[50 * 0.2, 625_000 * 0.0000166667]],
};
