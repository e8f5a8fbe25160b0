import { describe, expect, test } from 'vitest';
import { parseTemplate } from '../../lib/cloudformation/parse-template';

const TEMPLATE = `
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: nodejs22.x
    MemorySize: 512
    Architectures: [arm64]
    Layers: [arn:one]
    Environment: { Variables: { A: '1', B: '1' } }
  Api: { CacheClusterEnabled: true, CacheClusterSize: '0.5' }
  SimpleTable: { SSESpecification: { SSEEnabled: true } }
Parameters:
  IsLive: { Type: String, Default: 'yes' }
Conditions:
  Live: !Equals [!Ref IsLive, 'yes']
  Never: !Equals [!Ref IsLive, 'no']
Resources:
  Shop:
    Type: AWS::Serverless::Function
    Condition: Live
    Properties:
      Handler: index.handler
      CodeUri: s3://code/shop.zip
      MemorySize: 1024
      Layers: [arn:two]
      Environment: { Variables: { B: '2' } }
      AutoPublishAlias: live
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 5 }
      FunctionUrlConfig: { AuthType: NONE }
      EventInvokeConfig:
        DestinationConfig:
          OnSuccess: { Type: SQS }
          OnFailure: { Type: SNS }
      Events:
        Get: { Type: Api, Properties: { Path: /, Method: get } }
        Http: { Type: HttpApi, Properties: { Path: /, Method: get } }
        Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day), DeadLetterConfig: { Type: SQS } } }
        Hourly: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(1 hour) } }
        Changed: { Type: EventBridgeRule, Properties: { Pattern: { source: [aws.ec2] } } }
        Orders: { Type: SNS, Properties: { Topic: arn:aws:sns:us-east-1:123456789012:orders, SqsSubscription: true } }
        Jobs: { Type: SQS, Properties: { Queue: arn:aws:sqs:us-east-1:123456789012:jobs } }
        Devices: { Type: IoTRule, Properties: { Sql: "SELECT * FROM 'a'" } }
        Lines: { Type: CloudWatchLogs, Properties: { LogGroupName: a, FilterPattern: b } }
  Hidden: { Type: AWS::Serverless::Function, Condition: Never, Properties: { Handler: a.b, CodeUri: s3://code/a.zip } }
  Rest: { Type: AWS::Serverless::Api, Properties: { StageName: prod } }
  Web: { Type: AWS::Serverless::HttpApi }
  Table: { Type: AWS::Serverless::SimpleTable }
  Busy: { Type: AWS::Serverless::SimpleTable, Properties: { ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } } }
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Type: EXPRESS
      Definition: { StartAt: A, States: { A: { Type: Succeed } } }
      Events: { Daily: { Type: Schedule, Properties: { Schedule: rate(1 day) } } }
  Shared: { Type: AWS::Serverless::LayerVersion, Properties: { ContentUri: s3://code/layer.zip } }
  Nested: { Type: AWS::Serverless::Application, Properties: { Location: https://s3.amazonaws.com/code/nested.yaml } }
  Plain: { Type: AWS::S3::Bucket }
`;

/**
 * Resources that aws-sam-translator 1.110.0 generates for the template, without policies, permissions and the roles of rules
 * and schedules, and without the hashes at the end of ids, which only function versions and API deployments have.
 */
const TRANSLATED: Readonly<Record<string, string>> = {
  Shop: 'AWS::Lambda::Function',
  ShopRole: 'AWS::IAM::Role',
  ShopVersion: 'AWS::Lambda::Version',
  ShopAliaslive: 'AWS::Lambda::Alias',
  ShopUrl: 'AWS::Lambda::Url',
  ShopEventInvokeConfigOnSuccessQueue: 'AWS::SQS::Queue',
  ShopEventInvokeConfigOnFailureTopic: 'AWS::SNS::Topic',
  ShopNightly: 'AWS::Events::Rule',
  ShopNightlyQueue: 'AWS::SQS::Queue',
  ShopHourly: 'AWS::Scheduler::Schedule',
  ShopChanged: 'AWS::Events::Rule',
  ShopOrders: 'AWS::SNS::Subscription',
  ShopOrdersQueue: 'AWS::SQS::Queue',
  ShopOrdersEventSourceMapping: 'AWS::Lambda::EventSourceMapping',
  ShopJobs: 'AWS::Lambda::EventSourceMapping',
  ShopDevices: 'AWS::IoT::TopicRule',
  ShopLines: 'AWS::Logs::SubscriptionFilter',
  ServerlessRestApi: 'AWS::ApiGateway::RestApi',
  ServerlessRestApiDeployment: 'AWS::ApiGateway::Deployment',
  ServerlessRestApiProdStage: 'AWS::ApiGateway::Stage',
  ServerlessHttpApi: 'AWS::ApiGatewayV2::Api',
  ServerlessHttpApiApiGatewayDefaultStage: 'AWS::ApiGatewayV2::Stage',
  Rest: 'AWS::ApiGateway::RestApi',
  RestDeployment: 'AWS::ApiGateway::Deployment',
  RestprodStage: 'AWS::ApiGateway::Stage',
  Web: 'AWS::ApiGatewayV2::Api',
  WebApiGatewayDefaultStage: 'AWS::ApiGatewayV2::Stage',
  Table: 'AWS::DynamoDB::Table',
  Busy: 'AWS::DynamoDB::Table',
  Flow: 'AWS::StepFunctions::StateMachine',
  FlowDaily: 'AWS::Events::Rule',
  Shared: 'AWS::Lambda::LayerVersion',
  Nested: 'AWS::CloudFormation::Stack',
  Plain: 'AWS::S3::Bucket',
};

const resources = new Map(parseTemplate(TEMPLATE, 'shop.yaml').resources.map((resource) => [resource.id, resource]));
const propertiesOf = (id: string) => resources.get(id)?.properties;

describe('resources of the Serverless Application Model', () => {
  test('are replaced by those that SAM generates', () => {
    expect(Object.fromEntries([...resources.values()].map(({ id, type }) => [id, type]))).toEqual(TRANSLATED);
  });

  test('functions have the properties of Globals: lists are joined, objects merged, other values replaced', () => {
    expect(propertiesOf('Shop')).toMatchObject({
      Runtime: 'nodejs22.x',
      MemorySize: 1024,
      Architectures: ['arm64'],
      Layers: ['arn:one', 'arn:two'],
      Environment: { Variables: { A: '1', B: '2' } },
    });
    expect(propertiesOf('ShopAliaslive')).toMatchObject({ ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 5 } });
  });

  test('APIs have the properties of Globals, the one that SAM adds too', () => {
    expect(propertiesOf('RestprodStage')).toMatchObject({ StageName: 'prod', CacheClusterEnabled: true, CacheClusterSize: '0.5' });
    expect(propertiesOf('ServerlessRestApiProdStage')).toMatchObject({ StageName: 'Prod', CacheClusterEnabled: true });
    expect(propertiesOf('Web')).toMatchObject({ ProtocolType: 'HTTP' });
  });

  test('tables are on demand unless they have provisioned throughput', () => {
    expect(propertiesOf('Table')).toMatchObject({ BillingMode: 'PAY_PER_REQUEST', SSESpecification: { SSEEnabled: true } });
    expect(propertiesOf('Busy')).not.toHaveProperty('BillingMode');
    expect(propertiesOf('Busy')).toMatchObject({ ProvisionedThroughput: { ReadCapacityUnits: 5 } });
  });

  // SAM translator: a subscription of a function has the protocol `lambda`, one with a queue in between `sqs`.
  test('subscriptions state their protocol', () => {
    const withQueue = (SqsSubscription: boolean) => {
      const Events = { Orders: { Type: 'SNS', Properties: { Topic: 'arn', SqsSubscription } } };
      const Resources = { Shop: { Type: 'AWS::Serverless::Function', Properties: { Events } } };
      const text = JSON.stringify({ Transform: 'AWS::Serverless-2016-10-31', Resources });
      return parseTemplate(text, 'shop.json').resources.find(({ type }) => type === 'AWS::SNS::Subscription')?.properties;
    };
    expect(withQueue(false)).toMatchObject({ Protocol: 'lambda', TopicArn: 'arn' });
    expect(withQueue(true)).toMatchObject({ Protocol: 'sqs' });
  });

  test('state machines keep their type', () => {
    expect(propertiesOf('Flow')).toMatchObject({ StateMachineType: 'EXPRESS' });
  });

  test('an API that the template names is not added again', () => {
    const named = TEMPLATE.replace('Path: /, Method: get', 'RestApiId: !Ref Rest, Path: /, Method: get');
    const ids = parseTemplate(named, 'shop.yaml').resources.map(({ id }) => id);
    expect(ids).not.toContain('ServerlessRestApi');
    expect(ids).toContain('ServerlessHttpApi');
  });

  test('an application of the Serverless Application Repository has no template here', () => {
    const template = {
      Resources: {
        App: { Type: 'AWS::Serverless::Application', Properties: { Location: { ApplicationId: 'arn', SemanticVersion: '1.0.0' } } },
      },
    };
    expect(parseTemplate(JSON.stringify(template), 'app.json').resources).toMatchObject([
      { id: 'App', type: 'AWS::CloudFormation::Stack', properties: {} },
    ]);
  });

  test('an unknown type of SAM stays as it is', () => {
    const template = { Resources: { New: { Type: 'AWS::Serverless::CapacityProvider' } } };
    expect(parseTemplate(JSON.stringify(template), 'new.json').resources).toMatchObject([{ type: 'AWS::Serverless::CapacityProvider' }]);
  });
});
