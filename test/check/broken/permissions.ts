import type { Broken } from '../texts';
import { addition, type Properties, type Resources } from './rows';

const trust = (service: string) => ({
  AssumeRolePolicyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: `${service}.amazonaws.com` }, Action: 'sts:AssumeRole' }],
  },
});
const policies = (...names: readonly string[]) => ({ ManagedPolicyArns: names.map((name) => `arn:aws:iam::aws:policy/${name}`) });
const role = (service: string, more: Properties = {}) => ['AWS::IAM::Role', { ...trust(service), ...more }] as const;
const BASIC = policies('service-role/AWSLambdaBasicExecutionRole');
const QUEUE_READER = policies('service-role/AWSLambdaSQSQueueExecutionRole');
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const lambda = (more: Properties = {}) =>
  [
    'AWS::Lambda::Function',
    {
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: arn('Runner'),
      LoggingConfig: { LogGroup: { Ref: 'Logs' } },
      Code: { ZipFile: 'exports.handler = async () => 1;' },
      ...more,
    },
  ] as const;
const IN_VPC = { VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] } };
const task = (container: Properties, more: Properties = {}) =>
  [
    'AWS::ECS::TaskDefinition',
    {
      Cpu: '256',
      Memory: '512',
      NetworkMode: 'awsvpc',
      RequiresCompatibilities: ['EC2'],
      ExecutionRoleArn: arn('Runner'),
      ContainerDefinitions: [{ Name: 'web', Image: 'shop/web:1.4.2', Memory: 256, ...container }],
      ...more,
    },
  ] as const;
const CREATES_GROUP = {
  LogConfiguration: {
    LogDriver: 'awslogs',
    Options: { 'awslogs-group': '/shop', 'awslogs-region': 'us-east-1', 'awslogs-create-group': 'true' },
  },
};
const inline = (...actions: readonly string[]) => ({
  Policies: [
    {
      PolicyName: 'own',
      PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: arn('Jobs') }] },
    },
  ],
});
const trusted = (what: string, property: Resources, service: string) =>
  addition(
    'iam-service-trust',
    what,
    { Runner: role('batch'), ...property },
    { Runner: role(service) },
    'Runner Properties.AssumeRolePolicyDocument',
  );
const permitted = (what: string, resources: Resources, broken: Properties, fixed: Properties, service = 'lambda') =>
  addition(
    'iam-service-permission',
    what,
    { Runner: role(service, broken), ...resources },
    { Runner: role(service, fixed) },
    'Runner Properties',
  );
const SOURCE: Resources = {
  Runs: lambda(),
  Source: ['AWS::Lambda::EventSourceMapping', { EventSourceArn: arn('Jobs'), FunctionName: { Ref: 'Runs' }, BatchSize: 10 }],
};

const statement = (Principal: unknown, Action = 'kms:*') => ({ Effect: 'Allow', Principal, Action, Resource: '*' });
const ROOT = statement({ AWS: 'arn:aws:iam::123456789012:root' });
const key = (...more: readonly unknown[]) =>
  ['AWS::KMS::Key', { EnableKeyRotation: true, KeyPolicy: { Version: '2012-10-17', Statement: [ROOT, ...more] } }] as const;
const forService = (service: string) => statement({ Service: `${service}.amazonaws.com` }, 'kms:GenerateDataKey*');
const AUTO_SCALING = statement({
  AWS: 'arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
});
const GROUP: Resources = {
  Machine: [
    'AWS::EC2::LaunchTemplate',
    {
      LaunchTemplateData: {
        ImageId: 'ami-1',
        InstanceType: 'm6i.large',
        MetadataOptions: { HttpTokens: 'required' },
        BlockDeviceMappings: [
          { DeviceName: '/dev/xvda', Ebs: { VolumeType: 'gp3', VolumeSize: 30, Encrypted: true, KmsKeyId: arn('Own') } },
        ],
      },
    },
  ],
  Machines: [
    'AWS::AutoScaling::AutoScalingGroup',
    {
      MinSize: 1,
      MaxSize: 2,
      MaxInstanceLifetime: 1_209_600,
      VPCZoneIdentifier: ['subnet-1'],
      LaunchTemplate: { LaunchTemplateId: { Ref: 'Machine' }, Version: { 'Fn::GetAtt': ['Machine', 'LatestVersionNumber'] } },
    },
  ],
};
const HOURLY = 'rate(1 hour)';
const rule = (target: Properties) => ['AWS::Events::Rule', { ScheduleExpression: HOURLY, Targets: [{ Id: 'one', ...target }] }] as const;
const queuePolicy = (queue: string): Resources => ({
  Allowed: [
    'AWS::SQS::QueuePolicy',
    {
      Queues: [{ Ref: queue }],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: arn(queue) }],
      },
    },
  ],
});
const mayCall = (service: string): Resources => ({
  Allowed: [
    'AWS::Lambda::Permission',
    { FunctionName: { Ref: 'Worker' }, Action: 'lambda:InvokeFunction', Principal: `${service}.amazonaws.com` },
  ],
});
const encrypted = (KmsMasterKeyId: unknown) => ['AWS::SQS::Queue', { KmsMasterKeyId }] as const;
const DELIVERED: Resources = { Hourly: rule({ Arn: arn('Inbox') }), ...queuePolicy('Inbox') };
const trail = (attributes: string) =>
  `  Trails: { Type: AWS::S3::Bucket, DeletionPolicy: RetainExceptOnCreate }
  Trail: { Type: AWS::CloudTrail::Trail, ${attributes}Properties: { IsLogging: true, S3BucketName: !Ref Trails } }
`;
const TRAIL_POLICY = `  TrailPolicy: { Type: AWS::S3::BucketPolicy, Properties: { Bucket: !Ref Trails, PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: cloudtrail.amazonaws.com }, Action: 's3:GetBucketAcl', Resource: !GetAtt Trails.Arn }] } } }
`;
const WAITING_TRAIL = { add: trail('DependsOn: TrailPolicy, ') + TRAIL_POLICY };

/** Broken roles, key policies and permissions of services. */
export const BROKEN_PERMISSIONS: readonly Broken[] = [
  trusted('the role of a function', { Runs: lambda() }, 'lambda'),
  trusted('the execution role of a task', { Task: task({}) }, 'ecs-tasks'),
  trusted('the role of an instance profile', { Profile: ['AWS::IAM::InstanceProfile', { Roles: [{ Ref: 'Runner' }] }] }, 'ec2'),
  trusted(
    'the role of a state machine',
    {
      Steps: [
        'AWS::StepFunctions::StateMachine',
        { RoleArn: arn('Runner'), Definition: { StartAt: 'Wait', States: { Wait: { Type: 'Pass', End: true } } } },
      ],
    },
    'states.us-east-1',
  ),
  permitted(
    'a dead-letter queue',
    { Failed: ['AWS::SQS::Queue', {}], Runs: lambda({ DeadLetterConfig: { TargetArn: arn('Failed') } }) },
    BASIC,
    { ...BASIC, ...inline('sqs:SendMessage') },
  ),
  permitted('a function in a VPC', { Runs: lambda(IN_VPC) }, BASIC, policies('service-role/AWSLambdaVPCAccessExecutionRole')),
  permitted('a function that reads a queue', SOURCE, BASIC, QUEUE_READER),
  permitted('a function whose inline policy does not read the queue', SOURCE, inline('sqs:SendMessage'), inline('sqs:receive*')),
  permitted(
    'a task that creates its log group',
    { Task: task(CREATES_GROUP) },
    policies('service-role/AmazonECSTaskExecutionRolePolicy'),
    inline('logs:*'),
    'ecs-tasks',
  ),
  permitted(
    'a task that reads a secret',
    {
      Hidden: ['AWS::SSM::Parameter', { Type: 'String', Value: 'a' }],
      Task: task({ Secrets: [{ Name: 'TOKEN', ValueFrom: { Ref: 'Hidden' } }] }),
    },
    policies('service-role/AmazonECSTaskExecutionRolePolicy'),
    { ...policies('service-role/AmazonECSTaskExecutionRolePolicy'), ...inline('ssm:GetParameters') },
    'ecs-tasks',
  ),
  permitted(
    'nodes that cannot pull images',
    {
      Nodes: [
        'AWS::EKS::Nodegroup',
        {
          ClusterName: 'shop',
          NodeRole: arn('Runner'),
          Subnets: ['subnet-1', 'subnet-2'],
          ScalingConfig: { MinSize: 1, MaxSize: 2, DesiredSize: 1 },
        },
      ],
    },
    policies('AmazonEKSWorkerNodePolicy', 'AmazonEKS_CNI_Policy'),
    policies('AmazonEKSWorkerNodePolicy', 'AmazonEKS_CNI_Policy', 'AmazonEC2ContainerRegistryPullOnly'),
    'ec2',
  ),
  addition(
    'logs-key-policy',
    'a log group with a key for the account only',
    { Own: key(), Kept: ['AWS::Logs::LogGroup', { RetentionInDays: 30, KmsKeyId: arn('Own') }] },
    { Own: key(statement({ Service: { 'Fn::Join': ['.', ['logs', { Ref: 'AWS::Region' }, 'amazonaws.com']] } })) },
    'Own Properties.KeyPolicy',
  ),
  addition(
    'autoscaling-volume-key',
    'volumes with a key for the account only',
    { Own: key(), ...GROUP },
    { Own: key(AUTO_SCALING) },
    'Own Properties.KeyPolicy',
  ),
  addition(
    'kms-event-source',
    'a queue with the key of AWS behind a rule',
    { Inbox: encrypted('alias/aws/sqs'), ...DELIVERED },
    { Inbox: encrypted(arn('Own')), Own: key(forService('events')) },
    'Inbox Properties.KmsMasterKeyId',
  ),
  addition(
    'kms-event-source',
    'a queue with a key that EventBridge may not use',
    { Inbox: encrypted(arn('Own')), Own: key(forService('sns')), ...DELIVERED },
    { Own: key(forService('events')) },
    'Inbox Properties.KmsMasterKeyId',
  ),
  addition(
    'events-permission',
    'a queue without a policy',
    { Inbox: ['AWS::SQS::Queue', {}], Hourly: rule({ Arn: arn('Inbox') }) },
    queuePolicy('Inbox'),
    'Hourly Properties.Targets[0].Arn',
  ),
  addition(
    'events-permission',
    'a function that another service may call',
    { Hourly: rule({ Arn: arn('Worker') }), ...mayCall('s3') },
    mayCall('events'),
    'Hourly Properties.Targets[0].Arn',
  ),
  {
    rule: 'cloudtrail-bucket-policy',
    what: 'a bucket without a policy',
    base: 'serverless-api.yaml',
    change: { add: trail('') },
    fixed: WAITING_TRAIL,
    at: 'Trail Properties.S3BucketName',
  },
  {
    rule: 'cloudtrail-bucket-policy',
    what: 'a trail that does not wait for the policy',
    base: 'serverless-api.yaml',
    change: { add: trail('') + TRAIL_POLICY },
    fixed: WAITING_TRAIL,
    at: 'Trail DependsOn',
  },
];
