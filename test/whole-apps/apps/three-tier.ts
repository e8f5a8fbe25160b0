import { Duration, Stack } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { WholeApp } from '../whole-app';

export const threeTier: WholeApp = {
  name: 'three-tier',
  build: (app) => {
    const stack = new Stack(app, 'Blog');
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 2 });
    const servers = new autoscaling.AutoScalingGroup(stack, 'Servers', {
      vpc,
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.M6I, ec2.InstanceSize.LARGE),
      machineImage: ec2.MachineImage.latestAmazonLinux2023(),
      minCapacity: 2,
      maxCapacity: 6,
    });
    const files = new efs.FileSystem(stack, 'Media', { vpc, lifecyclePolicy: efs.LifecyclePolicy.AFTER_30_DAYS });
    files.connections.allowDefaultPortFrom(servers);
    const database = new rds.DatabaseCluster(stack, 'Database', {
      vpc,
      engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_08_0 }),
      writer: rds.ClusterInstance.provisioned('Writer', {
        instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
      }),
      readers: [
        rds.ClusterInstance.provisioned('Reader', { instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE) }),
      ],
      backup: { retention: Duration.days(7) },
    });
    database.connections.allowDefaultPortFrom(servers);
    const balancer = new elbv2.ApplicationLoadBalancer(stack, 'Balancer', { vpc, internetFacing: true });
    balancer.addListener('Http', { port: 80 }).addTargets('Servers', { port: 80, targets: [servers] });
  },
  usage: { Servers: { expectedCount: 3 } },
};
