import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as opensearch from 'aws-cdk-lib/aws-opensearchservice';
import type { WholeApp } from '../whole-app';

export const search: WholeApp = {
  name: 'search',
  build: (app) => {
    new opensearch.Domain(new Stack(app, 'Search'), 'Products', {
      version: opensearch.EngineVersion.OPENSEARCH_2_19,
      zoneAwareness: { availabilityZoneCount: 3 },
      capacity: {
        dataNodes: 3,
        dataNodeInstanceType: 'r6g.large.search',
        masterNodes: 3,
        masterNodeInstanceType: 'm6g.large.search',
        multiAzWithStandbyEnabled: false,
      },
      ebs: { volumeSize: 100, volumeType: ec2.EbsDeviceVolumeType.GP3 },
    });
  },
  usage: {},
  // Three data nodes with 100 GB of gp3, and three dedicated masters:
  // https://aws.amazon.com/opensearch-service/pricing/.
  handWorkedUsd: [...[3 * 730 * 0.167, 3 * 100 * 0.122], 3 * 730 * 0.128],
};
