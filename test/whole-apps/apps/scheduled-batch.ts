import { Size, Stack } from 'aws-cdk-lib';
import * as batch from 'aws-cdk-lib/aws-batch';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { WholeApp } from '../whole-app';

export const scheduledBatch: WholeApp = {
  name: 'scheduled-batch',
  build: (app) => {
    const stack = new Stack(app, 'Simulation');
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const environment = new batch.FargateComputeEnvironment(stack, 'Compute', { vpc, maxvCpus: 64 });
    new batch.JobQueue(stack, 'Jobs', { computeEnvironments: [{ computeEnvironment: environment, order: 1 }] });
    new batch.EcsJobDefinition(stack, 'Run', {
      container: new batch.EcsFargateContainerDefinition(stack, 'Container', {
        image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/python:3.13'),
        cpu: 4,
        memory: Size.gibibytes(8),
        fargateCpuArchitecture: ecs.CpuArchitecture.X86_64,
      }),
    });
  },
  usage: {},
};
