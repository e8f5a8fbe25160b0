import { RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ResolvedNetwork } from '../../blueprint/blueprint';

/**
 * The same address plan in every tier, sized for the largest tier: subnets cannot be resized, and replacing a subnet would
 * replace its databases. Per zone 16,382 private addresses for hosts and tasks, 1,022 public and 1,022 isolated ones.
 */
const VPC_CIDR = '10.0.0.0/16';
const SUBNETS: readonly ec2.SubnetConfiguration[] = [
  { name: 'Private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 18 },
  { name: 'Public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 22, mapPublicIpOnLaunch: false },
  { name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 22 },
];

/**
 * A VPC in three zones with private, public and isolated subnets, 0 to 3 NAT gateways, flow logs and a gateway endpoint for
 * S3. Without NAT gateways, private subnets cannot reach the internet, so hosts are in the public subnets.
 */
export class Network extends Construct {
  /** The VPC. */
  readonly vpc: ec2.Vpc;
  /** Subnets of hosts and tasks. */
  readonly hosts: ec2.SubnetSelection;
  /** Subnets of data stores, without a route to or from the internet. */
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
      // Restricting the default security group requires a Lambda function, and no resource uses that group.
      restrictDefaultSecurityGroup: false,
    });
    const logGroup = new logs.LogGroup(this, 'FlowLogs', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.vpc.addFlowLog('FlowLog', { destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup) });
  }

  /** Host subnets of the first zone, for a single instance with a data volume. */
  subnetsOfFirstZone(): ec2.SubnetSelection {
    return { ...this.hosts, availabilityZones: this.vpc.availabilityZones.slice(0, 1) };
  }
}
