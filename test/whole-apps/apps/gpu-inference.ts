import { Stack } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { WholeApp } from '../whole-app';

export const gpuInference: WholeApp = {
  name: 'gpu-inference',
  build: (app) => {
    const stack = new Stack(app, 'Inference');
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 1 });
    const servers = new autoscaling.AutoScalingGroup(stack, 'Servers', {
      vpc,
      instanceType: ec2.InstanceType.of(ec2.InstanceClass.G5, ec2.InstanceSize.XLARGE),
      machineImage: ec2.MachineImage.latestAmazonLinux2023(),
      minCapacity: 2,
      maxCapacity: 2,
      blockDevices: [
        { deviceName: '/dev/xvda', volume: autoscaling.BlockDeviceVolume.ebs(200, { volumeType: autoscaling.EbsDeviceVolumeType.GP3 }) },
      ],
    });
    const balancer = new elbv2.NetworkLoadBalancer(stack, 'Balancer', { vpc, internetFacing: false });
    balancer.addListener('Grpc', { port: 8001 }).addTargets('Servers', { port: 8001, targets: [servers] });
  },
  usage: {},
  // NAT gateway and its address; two g5.xlarge with 200 GB of gp3; a balancer without public addresses:
  // https://aws.amazon.com/vpc/pricing/, https://aws.amazon.com/ec2/pricing/on-demand/, https://aws.amazon.com/ebs/pricing/,
  // https://aws.amazon.com/elasticloadbalancing/pricing/.
  handWorkedUsd: [...[730 * 0.045, 730 * 0.005], ...[2 * 730 * 1.006, 2 * 200 * 0.08], 730 * 0.0225],
};
