import { App, Duration, Stack } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { describe, expect, test } from 'vitest';
import { check } from '../../lib/check/check';
import { templateFrom } from '../../lib/cloudformation/template-from';

/** Apps with the constructs and defaults of the CDK, which deploy. */
const APPS: Readonly<Record<string, (stack: Stack) => void>> = {
  'a web service on Fargate, by the pattern of the CDK': (stack) => {
    new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
      vpc: new ec2.Vpc(stack, 'Vpc'),
      cpu: 512,
      memoryLimitMiB: 1024,
      minHealthyPercent: 100,
      taskImageOptions: { image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29'), containerPort: 80 },
    });
  },
  'services on EC2 with a capacity provider': (stack) => {
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
    const launchTemplate = new ec2.LaunchTemplate(stack, 'Template', {
      instanceType: new ec2.InstanceType('m7i.large'),
      machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
      userData: ec2.UserData.forLinux(),
      role: new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }),
      securityGroup: new ec2.SecurityGroup(stack, 'Access', { vpc }),
    });
    const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Group', { vpc, launchTemplate, minCapacity: 1, maxCapacity: 4 });
    const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
    cluster.addAsgCapacityProvider(provider);
    const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', {
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29'),
      memoryReservationMiB: 512,
      portMappings: [{ containerPort: 80 }],
    });
    const service = new ecs.Ec2Service(stack, 'Service', {
      cluster,
      taskDefinition,
      minHealthyPercent: 50,
      capacityProviderStrategies: [{ capacityProvider: provider.capacityProviderName, weight: 1 }],
    });
    const balancer = new elb.ApplicationLoadBalancer(stack, 'Balancer', { vpc, internetFacing: true });
    balancer.addListener('Http', { port: 80 }).addTargets('Targets', { port: 80, targets: [service] });
  },
  'databases with replicas': (stack) => {
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const sourceDatabaseInstance = new rds.DatabaseInstance(stack, 'Primary', {
      vpc,
      engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_17 }),
      multiAz: true,
      allocatedStorage: 100,
      maxAllocatedStorage: 500,
      cloudwatchLogsExports: ['postgresql'],
    });
    new rds.DatabaseInstanceReadReplica(stack, 'Replica', { vpc, sourceDatabaseInstance, instanceType: new ec2.InstanceType('m7g.large') });
    new rds.DatabaseCluster(stack, 'Aurora', {
      vpc,
      engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_08_0 }),
      writer: rds.ClusterInstance.serverlessV2('Writer'),
      readers: [rds.ClusterInstance.serverlessV2('Reader')],
    });
    new docdb.DatabaseCluster(stack, 'Documents', {
      vpc,
      masterUser: { username: 'app' },
      instanceType: new ec2.InstanceType('r6g.large'),
      instances: 2,
    });
  },
  'a site and a queue': (stack) => {
    const site = new s3.Bucket(stack, 'Site', {
      lifecycleRules: [
        {
          transitions: [{ storageClass: s3.StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(30) }],
          expiration: Duration.days(365),
        },
      ],
    });
    new cloudfront.Distribution(stack, 'Cdn', { defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessControl(site) } });
    const queue = new sqs.Queue(stack, 'Jobs', { visibilityTimeout: Duration.minutes(6) });
    const worker = new lambda.Function(stack, 'Worker', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => {}'),
      timeout: Duration.minutes(1),
    });
    worker.addEventSource(new SqsEventSource(queue));
  },
};

describe('plain apps of the CDK have no errors', () => {
  test.each(Object.keys(APPS))('%s', (name) => {
    const app = new App({ analyticsReporting: false });
    const stack = new Stack(app, 'App', { env: { region: 'eu-west-1' } });
    APPS[name]?.(stack);
    const template = app.synth().getStackByName('App').template as unknown;
    const findings = check([templateFrom(template, 'App', 'eu-west-1')]);
    expect(
      findings.filter(({ severity }) => severity === 'error').map(({ rule, construct, path }) => `${rule}: ${construct} ${path}`),
    ).toEqual([]);
  });
});
