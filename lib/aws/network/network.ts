import { RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ResolvedNetwork } from '../../blueprint/blueprint';

/**
 * The same address plan in every tier, sized for the largest: subnets cannot be resized, and a replaced subnet takes
 * databases with it. 16,382 addresses a zone for hosts and tasks, 1,022 for what is public, 1,022 for data.
 */
const VPC_CIDR = '10.0.0.0/16';
const SUBNETS: readonly ec2.SubnetConfiguration[] = [
  { name: 'Private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 18 },
  { name: 'Public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 22, mapPublicIpOnLaunch: false },
  { name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 22 },
];

/**
 * A VPC over three zones with private, public and isolated subnets, 0 to 3 NAT gateways, flow logs and a gateway
 * endpoint for S3. Without NAT gateways private subnets have no way out, so hosts stand in the public ones.
 */
export class Network extends Construct {
  readonly vpc: ec2.Vpc;
  /** Where hosts and tasks run. */
  readonly hosts: ec2.SubnetSelection;
  /** Where data is kept: no route to or from the internet. */
  readonly data: ec2.SubnetSelection = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
  /** Whether hosts need public addresses to reach the internet. */
  readonly publicHosts: boolean;

  constructor(scope: Construct, { zones, natGateways }: ResolvedNetwork) {
    super(scope, 'network');
    this.publicHosts = natGateways === 0;
    this.hosts = { subnetType: this.publicHosts ? ec2.SubnetType.PUBLIC : ec2.SubnetType.PRIVATE_WITH_EGRESS };
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr(VPC_CIDR),
      availabilityZones: [...zones],
      natGateways,
      subnetConfiguration: [...SUBNETS],
      gatewayEndpoints: { S3: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
      // Emptying the default security group takes a Lambda function; nothing here is a member of the group.
      restrictDefaultSecurityGroup: false,
    });
    const logGroup = new logs.LogGroup(this, 'FlowLogs', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.vpc.addFlowLog('FlowLog', { destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup) });
  }

  /** The host subnet of the first zone: where the one machine and its volume are. */
  subnetsOfFirstZone(): ec2.SubnetSelection {
    return { ...this.hosts, availabilityZones: this.vpc.availabilityZones.slice(0, 1) };
  }
}
