import { RemovalPolicy } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct, type IDependable } from 'constructs';
import type { ResolvedNetwork } from '../../blueprint/blueprint';

/**
 * The same address plan in every tier, sized for the largest tier: subnets cannot be resized, and replacing a subnet would
 * replace its databases. Per zone 16,382 private addresses for hosts and tasks, 1,022 public and 1,022 isolated ones.
 */
const VPC_CIDR = '10.0.0.0/16';
const SUBNETS: readonly ec2.SubnetConfiguration[] = [
  { name: 'Private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 18 },
  { name: 'Public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 22 },
  { name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 22 },
];

/** Properties of Network. */
export interface NetworkProps {
  /**
   * Whether managed node groups of EKS run in it. EKS refuses them in public subnets that assign no public addresses at
   * launch. Source: Amazon EKS user guide, network requirements, "Subnet requirements for nodes".
   */
  readonly managedNodeGroups: boolean;
}

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

  constructor(scope: Construct, { subnetZones, natGateways }: ResolvedNetwork, { managedNodeGroups }: NetworkProps) {
    super(scope, 'network');
    this.publicHosts = natGateways === 0;
    this.hosts = { subnetType: this.publicHosts ? ec2.SubnetType.PUBLIC : ec2.SubnetType.PRIVATE_WITH_EGRESS };
    const mapPublicIpOnLaunch = this.publicHosts && managedNodeGroups;
    this.vpc = new ec2.Vpc(this, 'Vpc', {
      ipAddresses: ec2.IpAddresses.cidr(VPC_CIDR),
      availabilityZones: [...subnetZones.zones],
      natGateways,
      subnetConfiguration: SUBNETS.map((subnet) =>
        subnet.subnetType === ec2.SubnetType.PUBLIC ? { ...subnet, mapPublicIpOnLaunch } : subnet,
      ),
      gatewayEndpoints: { S3: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
      // Restricting the default security group requires a Lambda function, and no resource uses that group.
      restrictDefaultSecurityGroup: false,
    });
    if (subnetZones.by === 'id') for (const subnet of this.allSubnets()) placeById(subnet);
    const logGroup = new logs.LogGroup(this, 'FlowLogs', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.vpc.addFlowLog('FlowLog', { destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup) });
  }

  /**
   * Name of the first zone, which the account decides when the zones are given by id. Always that of the same subnet: hosts move
   * between public and private subnets, and CloudFormation rejects an update of a volume that takes its zone from another resource.
   */
  get firstZoneName(): string {
    const [subnet] = this.vpc.isolatedSubnets;
    if (subnet === undefined) throw new Error('the network has no isolated subnet');
    return subnetResource(subnet).attrAvailabilityZone;
  }

  /** The routes of hosts to the internet. A resource that depends on them is created after them. */
  get routesOfHosts(): IDependable {
    return this.vpc.selectSubnets(this.hosts).internetConnectivityEstablished;
  }

  private allSubnets(): readonly ec2.ISubnet[] {
    return [...this.vpc.publicSubnets, ...this.vpc.privateSubnets, ...this.vpc.isolatedSubnets];
  }

  /** Host subnets of the first zone, for a single instance with a data volume. */
  subnetsOfFirstZone(): ec2.SubnetSelection {
    return { ...this.hosts, availabilityZones: this.vpc.availabilityZones.slice(0, 1) };
  }
}

/** Gives the zone of a subnet by id. The CDK knows zones by name only. */
function placeById(subnet: ec2.ISubnet): void {
  const resource = subnetResource(subnet);
  resource.availabilityZoneId = subnet.availabilityZone;
  resource.availabilityZone = undefined;
}

function subnetResource(subnet: ec2.ISubnet): ec2.CfnSubnet {
  const { defaultChild } = subnet.node;
  if (!(defaultChild instanceof ec2.CfnSubnet)) throw new Error(`${subnet.node.path} is not a subnet of this stack`);
  return defaultChild;
}
