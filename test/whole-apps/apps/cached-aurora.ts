import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { WholeApp } from '../whole-app';

export const cachedAurora: WholeApp = {
  name: 'cached-aurora',
  build: (app) => {
    const stack = new Stack(app, 'Catalog');
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 0 });
    const vpcSubnets = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
    new rds.DatabaseCluster(stack, 'Database', {
      vpc,
      vpcSubnets,
      engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_6 }),
      writer: rds.ClusterInstance.serverlessV2('Writer'),
      serverlessV2MinCapacity: 1,
      serverlessV2MaxCapacity: 8,
    });
    const { subnetIds } = vpc.selectSubnets(vpcSubnets);
    const subnets = new elasticache.CfnSubnetGroup(stack, 'CacheSubnets', { description: 'cache', subnetIds });
    new elasticache.CfnReplicationGroup(stack, 'Cache', {
      replicationGroupDescription: 'products',
      engine: 'valkey',
      cacheNodeType: 'cache.r7g.large',
      numNodeGroups: 1,
      replicasPerNodeGroup: 1,
      automaticFailoverEnabled: true,
      cacheSubnetGroupName: subnets.ref,
    });
  },
  usage: {},
};
