import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { WholeApp } from '../whole-app';

export const privateNetwork: WholeApp = {
  name: 'private-network',
  build: (app) => {
    const stack = new Stack(app, 'Network');
    const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 2 });
    vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    vpc.addInterfaceEndpoint('Secrets', { service: ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER });
    vpc.addInterfaceEndpoint('Images', { service: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER });
    vpc.addFlowLog('Flows');
  },
  usage: {},
  // Two NAT gateways with an address each, and two interface endpoints in two zones; the gateway endpoint has no charge:
  // https://aws.amazon.com/vpc/pricing/, https://aws.amazon.com/privatelink/pricing/.
  handWorkedUsd: [...[730 * 0.045, 730 * 0.005, 730 * 0.045, 730 * 0.005], ...[2 * 730 * 0.01, 2 * 730 * 0.01]],
};
