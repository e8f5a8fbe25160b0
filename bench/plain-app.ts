import { App, CfnOutput, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secrets from 'aws-cdk-lib/aws-secretsmanager';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import type { Construct } from 'constructs';

/**
 * The tier `small` of the shop that `sizing init` writes, as a CDK app of its own with the same constructs of the CDK: 93 resources,
 * where the tier has 94. It has fewer tags, permissions and environment variables.
 */
class Shop extends Stack {
  override get availabilityZones(): string[] {
    return ['us-east-1a', 'us-east-1b', 'us-east-1c'];
  }

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    Validations.of(this).acknowledge({ id: 'CloudFormation-Validate::W3010', reason: 'zones by name' });
    const vpc = new ec2.Vpc(this, 'Vpc', {
      maxAzs: 3,
      natGateways: 1,
      subnetConfiguration: [
        { name: 'public', subnetType: ec2.SubnetType.PUBLIC },
        { name: 'app', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
        { name: 'data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      ],
      gatewayEndpoints: { S3: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
      flowLogs: { all: { destination: ec2.FlowLogDestination.toCloudWatchLogs(new logs.LogGroup(this, 'FlowLogs', { retention: 30 })) } },
      restrictDefaultSecurityGroup: false,
    });
    const cluster = new ecs.Cluster(this, 'Cluster', { vpc });
    const nodesSg = new ec2.SecurityGroup(this, 'NodesSg', { vpc });
    const role = new iam.Role(this, 'NodesRole', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') });
    const launchTemplate = new ec2.LaunchTemplate(this, 'Nodes', {
      machineImage: ecs.EcsOptimizedImage.amazonLinux2023(ecs.AmiHardwareType.ARM),
      instanceType: new ec2.InstanceType('m6g.large'),
      securityGroup: nodesSg,
      role,
      userData: ec2.UserData.forLinux(),
      requireImdsv2: true,
      blockDevices: [{ deviceName: '/dev/xvda', volume: ec2.BlockDeviceVolume.ebs(30, { encrypted: true }) }],
    });
    const group = new autoscaling.AutoScalingGroup(this, 'Group', { vpc, launchTemplate, minCapacity: 2, maxCapacity: 4 });
    const capacity = new ecs.AsgCapacityProvider(this, 'Capacity', { autoScalingGroup: group, enableManagedTerminationProtection: false });
    cluster.addAsgCapacityProvider(capacity);
    const dbSg = new ec2.SecurityGroup(this, 'DbSg', { vpc });
    const db = new rds.DatabaseInstance(this, 'Db', {
      engine: rds.DatabaseInstanceEngine.mysql({ version: rds.MysqlEngineVersion.VER_8_4_6 }),
      vpc,
      vpcSubnets: { subnetGroupName: 'data' },
      securityGroups: [dbSg],
      instanceType: new ec2.InstanceType('t4g.medium'),
      parameters: { slow_query_log: '1' },
      allocatedStorage: 50,
      cloudwatchLogsExports: ['error', 'slowquery'],
      cloudwatchLogsRetention: logs.RetentionDays.ONE_MONTH,
      storageEncrypted: true,
    });
    const password = db.secret;
    if (password === undefined) throw new Error('the database has a generated password');
    const cacheSg = new ec2.SecurityGroup(this, 'CacheSg', { vpc });
    const token = new secrets.Secret(this, 'CacheToken', { generateSecretString: { excludePunctuation: true } });
    const subnets = new elasticache.CfnSubnetGroup(this, 'CacheSubnets', {
      description: 'cache',
      subnetIds: vpc.selectSubnets({ subnetGroupName: 'data' }).subnetIds,
    });
    const parameters = new elasticache.CfnParameterGroup(this, 'CacheParameters', {
      cacheParameterGroupFamily: 'redis7',
      description: 'cache',
      properties: { 'maxmemory-policy': 'noeviction' },
    });
    const cache = new elasticache.CfnReplicationGroup(this, 'Cache', {
      replicationGroupDescription: 'cache',
      cacheNodeType: 'cache.t4g.small',
      engine: 'redis',
      cacheSubnetGroupName: subnets.ref,
      cacheParameterGroupName: parameters.ref,
      securityGroupIds: [cacheSg.securityGroupId],
      numCacheClusters: 1,
      transitEncryptionEnabled: true,
      authToken: token.secretValue.unsafeUnwrap(),
      atRestEncryptionEnabled: true,
      automaticFailoverEnabled: false,
    });
    const access = new s3.Bucket(this, 'AccessLogs', {
      enforceSSL: true,
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    });
    const alb = new elb.ApplicationLoadBalancer(this, 'Entry', { vpc, internetFacing: true });
    alb.logAccessLogs(access);
    for (const name of ['api', 'worker']) {
      const repository = new ecr.Repository(this, `${name}Repository`);
      const task = new ecs.Ec2TaskDefinition(this, `${name}Task`, { networkMode: ecs.NetworkMode.BRIDGE });
      task.addContainer('main', {
        image: ecs.ContainerImage.fromEcrRepository(repository, '1'),
        cpu: 512,
        memoryLimitMiB: 1024,
        ...(name === 'api' && { portMappings: [{ containerPort: 8080 }] }),
        logging: ecs.LogDrivers.awsLogs({ streamPrefix: name, logGroup: new logs.LogGroup(this, `${name}Logs`, { retention: 30 }) }),
        secrets: { DB: ecs.Secret.fromSecretsManager(password), TOKEN: ecs.Secret.fromSecretsManager(token) },
        environment: { CACHE: cache.attrPrimaryEndPointAddress },
      });
      const service = new ecs.Ec2Service(this, `${name}Service`, {
        cluster,
        taskDefinition: task,
        capacityProviderStrategies: [{ capacityProvider: capacity.capacityProviderName, weight: 1 }],
        circuitBreaker: { rollback: true },
        minHealthyPercent: 100,
      });
      const scaling = service.autoScaleTaskCount({ minCapacity: 1, maxCapacity: 4 });
      if (name === 'api') {
        scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
        alb
          .addListener('Http', { port: 80 })
          .addTargets('Api', { port: 8080, protocol: elb.ApplicationProtocol.HTTP, targets: [service], healthCheck: { path: '/health' } });
      }
    }
    dbSg.connections.allowFrom(nodesSg, ec2.Port.tcp(3306));
    cacheSg.connections.allowFrom(nodesSg, ec2.Port.tcp(6379));
    new CfnOutput(this, 'Url', { value: alb.loadBalancerDnsName });
  }
}
const app = new App({ context: recommendedFlags });
new Shop(app, 'shop', { env: { region: 'us-east-1' } });
