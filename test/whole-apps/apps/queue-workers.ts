import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { QueueProcessingFargateService } from 'aws-cdk-lib/aws-ecs-patterns';
import type { WholeApp } from '../whole-app';

export const queueWorkers: WholeApp = {
  name: 'queue-workers',
  build: (app) => {
    const stack = new Stack(app, 'Reports');
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 1 });
    new QueueProcessingFargateService(stack, 'Workers', {
      vpc,
      cpu: 1_024,
      memoryLimitMiB: 2_048,
      minScalingCapacity: 1,
      maxScalingCapacity: 8,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/python:3.13'),
    });
  },
  usage: {},
};
