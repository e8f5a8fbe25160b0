import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ResolvedNetwork } from '../../blueprint/blueprint';
import { InputError, type Problem } from '../../core/problems';
import { clusterSubnetProblems, dataSubnetProblems, type NetworkPlace, placeInVpc, vpcRegionProblems } from './network-place';

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
  /** A VPC that the stack uses. Default: one of its own. */
  readonly vpc?: ec2.IVpc | undefined;
}

/**
 * A VPC in three zones with private, public and isolated subnets, 0 to 3 NAT gateways, flow logs and a gateway endpoint for
 * S3. Without NAT gateways, private subnets cannot reach the internet, so hosts are in the public subnets.
 */
export class Network extends Construct implements NetworkPlace {
  /** The VPC. */
  readonly vpc: ec2.IVpc;
  /** Subnets of hosts and tasks. */
  readonly hosts: ec2.SubnetSelection;
  /** Subnets of data stores, without a route to or from the internet. */
  readonly data: ec2.SubnetSelection;
  /** Whether hosts need public addresses to reach the internet. */
  readonly publicHosts: boolean;

  constructor(scope: Construct, { subnetZones, natGateways }: ResolvedNetwork, { managedNodeGroups, vpc }: NetworkProps) {
    super(scope, 'network');
    this.publicHosts = natGateways === 0;
    this.hosts = { subnetType: this.publicHosts ? ec2.SubnetType.PUBLIC : ec2.SubnetType.PRIVATE_WITH_EGRESS };
    this.data = vpc === undefined ? { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } : placeInVpc(vpc).data;
    if (vpc !== undefined) {
      refuseVpc(vpc, Stack.of(this).region, managedNodeGroups);
      this.vpc = vpc;
      return;
    }
    const mapPublicIpOnLaunch = this.publicHosts && managedNodeGroups;
    const own = new ec2.Vpc(this, 'Vpc', {
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
    this.vpc = own;
    if (subnetZones.by === 'id') for (const subnet of this.allSubnets()) placeById(subnet);
    const logGroup = new logs.LogGroup(this, 'FlowLogs', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    own.addFlowLog('FlowLog', { destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup) });
  }

  /**
   * Name of the first zone, which the account decides when the zones are given by id. Always that of the same subnet: hosts move
   * between public and private subnets, and CloudFormation rejects an update of a volume that takes its zone from another resource.
   */
  get firstZoneName(): string {
    const [subnet] = this.vpc.selectSubnets(this.data).subnets;
    if (subnet === undefined) throw new Error('the network has no subnet for data stores');
    return this.isOwn() ? subnetResource(subnet).attrAvailabilityZone : subnet.availabilityZone;
  }

  /** Ids of the public subnets of load balancers, one in each zone. */
  get entrySubnetIds(): readonly string[] {
    return this.vpc.selectSubnets({ subnetType: ec2.SubnetType.PUBLIC, onePerAz: true }).subnetIds;
  }

  /** Whether the VPC is part of the stack. */
  private isOwn(): boolean {
    return this.vpc.node.scope === this;
  }

  private allSubnets(): readonly ec2.ISubnet[] {
    return [...this.vpc.publicSubnets, ...this.vpc.privateSubnets, ...this.vpc.isolatedSubnets];
  }

  /** Host subnets of the first zone, for a single instance with a data volume. */
  subnetsOfFirstZone(): ec2.SubnetSelection {
    return { ...this.hosts, availabilityZones: this.isOwn() ? this.vpc.availabilityZones.slice(0, 1) : [this.firstZoneName] };
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

/** Problems of an existing VPC: its region, and subnets that it lacks. */
function refuseVpc(vpc: ec2.IVpc, region: string, managedNodeGroups: boolean): void {
  const problems: Problem[] = [...vpcRegionProblems(vpc, region)];
  if (vpc.publicSubnets.length === 0) {
    problems.push({ path: 'vpc', reason: 'has no public subnets', expected: 'a VPC with public subnets, for load balancers' });
  }
  if (managedNodeGroups) problems.push(...clusterSubnetProblems(vpc));
  problems.push(...dataSubnetProblems(vpc));
  if (problems.length > 0) throw new InputError('blueprint', problems);
}
