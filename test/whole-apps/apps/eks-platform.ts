import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import type { WholeApp } from '../whole-app';

export const eksPlatform: WholeApp = {
  name: 'eks-platform',
  build: (app) => {
    const stack = new Stack(app, 'Platform');
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 2 });
    const cluster = new eks.Cluster(stack, 'Cluster', {
      vpc,
      version: eks.KubernetesVersion.V1_33,
      defaultCapacityType: eks.DefaultCapacityType.NODEGROUP,
      defaultCapacity: 0,
    });
    cluster.addNodegroupCapacity('Nodes', {
      instanceTypes: [ec2.InstanceType.of(ec2.InstanceClass.M6I, ec2.InstanceSize.LARGE)],
      amiType: eks.NodegroupAmiType.AL2023_X86_64_STANDARD,
      diskSize: 50,
      minSize: 3,
      desiredSize: 3,
      maxSize: 3,
    });
  },
  usage: {},
  // Two NAT gateways with an address each; a cluster in extended support, which 1.33 entered on 2026-07-29; three m6i.large
  // with 50 GB of gp2:
  // https://aws.amazon.com/vpc/pricing/, https://aws.amazon.com/eks/pricing/, https://aws.amazon.com/ec2/pricing/on-demand/,
  // https://aws.amazon.com/ebs/pricing/.
  handWorkedUsd: [...[730 * 0.045, 730 * 0.005, 730 * 0.045, 730 * 0.005], 730 * 0.6, ...[3 * 730 * 0.096, 3 * 50 * 0.1]],
};
