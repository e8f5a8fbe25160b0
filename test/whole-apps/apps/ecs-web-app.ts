import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { ApplicationLoadBalancedFargateService } from 'aws-cdk-lib/aws-ecs-patterns';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { WholeApp } from '../whole-app';

export const ecsWebApp: WholeApp = {
  name: 'ecs-web-app',
  build: (app) => {
    const stack = new Stack(app, 'Web');
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const database = new rds.DatabaseInstance(stack, 'Database', {
      vpc,
      engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16 }),
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.M6G, ec2.InstanceSize.LARGE),
      allocatedStorage: 100,
      storageType: rds.StorageType.GP3,
      multiAz: true,
    });
    const web = new ApplicationLoadBalancedFargateService(stack, 'Web', {
      vpc,
      cpu: 512,
      memoryLimitMiB: 1_024,
      desiredCount: 2,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
      taskImageOptions: { image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27') },
    });
    database.connections.allowDefaultPortFrom(web.service);
  },
  usage: {},
  // NAT gateway and its address; db.m6g.large of PostgreSQL and 100 GB of gp3, both twice for the standby, and the secret of
  // its user;
  // balancer with an address in two zones; two tasks of 0.5 vCPU and 1 GB:
  // https://aws.amazon.com/vpc/pricing/, https://aws.amazon.com/rds/postgresql/pricing/,
  // https://aws.amazon.com/secrets-manager/pricing/, https://aws.amazon.com/elasticloadbalancing/pricing/,
  // https://aws.amazon.com/fargate/pricing/.
  handWorkedUsd: [
    ...[730 * 0.045, 730 * 0.005],
    ...[730 * 0.318, 100 * 0.23, 0.4],
    ...[730 * 0.0225, 2 * 730 * 0.005],
    ...[2 * 0.5 * 730 * 0.04048, 2 * 730 * 0.004445],
  ],
};
