import { Token } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IDependable } from 'constructs';
import { type Problem, shown } from '../../core/problems';

/** Where the components of a stack are in its VPC. */
export interface NetworkPlace {
  /** The VPC. */
  readonly vpc: ec2.IVpc;
  /** Subnets of hosts and tasks. */
  readonly hosts: ec2.SubnetSelection;
  /** Subnets of data stores, without a route from the internet. */
  readonly data: ec2.SubnetSelection;
  /** Whether hosts need public addresses to reach the internet. */
  readonly publicHosts: boolean;
}

/** The place of components in an existing VPC: hosts in private subnets if it has any, data stores in isolated ones if it has any. */
export function placeInVpc(vpc: ec2.IVpc): NetworkPlace {
  const publicHosts = vpc.privateSubnets.length === 0;
  return {
    vpc,
    publicHosts,
    hosts: { subnetType: publicHosts ? ec2.SubnetType.PUBLIC : ec2.SubnetType.PRIVATE_WITH_EGRESS },
    data: { subnetType: vpc.isolatedSubnets.length > 0 ? ec2.SubnetType.PRIVATE_ISOLATED : ec2.SubnetType.PRIVATE_WITH_EGRESS },
  };
}

/** The routes of hosts to the internet. A resource that depends on them is created after them. */
export function routesOfHosts({ vpc, hosts }: NetworkPlace): IDependable {
  return vpc.selectSubnets(hosts).internetConnectivityEstablished;
}

/** A problem of a VPC that is in another region than the stack. */
export function vpcRegionProblems({ env }: ec2.IVpc, region: string): Problem[] {
  if (Token.isUnresolved(env.region) || env.region === region) return [];
  return [{ path: 'vpc', reason: `is in ${shown(env.region)}`, expected: `a VPC in ${region}, the region of the stack` }];
}

/** Zones that the subnets of databases must have. Source: Amazon RDS user guide, "Working with DB subnet groups". */
const DATA_ZONES = 2;

/**
 * Zones that the subnets of a cluster must have. Source: Amazon EKS user guide, "View Amazon EKS networking requirements for VPC and
 * subnets".
 */
const CLUSTER_ZONES = 2;

/**
 * Problems of a VPC without the subnets that an EKS cluster needs: the interfaces of its control plane and its load balancers are in
 * public subnets, and nodes are there too if there are no private ones.
 */
export function clusterSubnetProblems({ publicSubnets, privateSubnets }: ec2.IVpc): Problem[] {
  const problems: Problem[] = [];
  const zones = zonesOf(publicSubnets);
  if (publicSubnets.length > 0 && zones < CLUSTER_ZONES) {
    const reason = `has public subnets in ${zones} Availability Zone`;
    problems.push({
      path: 'vpc',
      reason,
      expected: `public subnets in at least ${CLUSTER_ZONES}, for the EKS cluster and its load balancers`,
    });
  }
  if (privateSubnets.length === 0 && publicSubnets.some(withoutPublicAddresses)) {
    const reason = 'has no private subnets, and public subnets without public addresses, in which EKS refuses nodes';
    problems.push({
      path: 'vpc',
      reason,
      expected: 'private subnets with a route to the internet, or mapPublicIpOnLaunch for public ones',
    });
  }
  return problems;
}

/** Whether nodes are in public subnets that are imported, so that it is unknown whether they assign public addresses. */
export function mayRefuseNodes({ publicSubnets, privateSubnets }: ec2.IVpc): boolean {
  return privateSubnets.length === 0 && publicSubnets.some((subnet) => !ec2.Subnet.isVpcSubnet(subnet));
}

/** Whether a subnet of the app assigns no public addresses at launch. Unknown, and so false, for an imported subnet. */
function withoutPublicAddresses(subnet: ec2.ISubnet): boolean {
  const { defaultChild } = subnet.node;
  return defaultChild instanceof ec2.CfnSubnet && defaultChild.mapPublicIpOnLaunch !== true;
}

function zonesOf(subnets: readonly ec2.ISubnet[]): number {
  return new Set(subnets.map(({ availabilityZone }) => availabilityZone)).size;
}

/** A problem of a VPC without the subnets that data stores need. */
export function dataSubnetProblems({ isolatedSubnets, privateSubnets }: ec2.IVpc): Problem[] {
  const subnets = isolatedSubnets.length > 0 ? isolatedSubnets : privateSubnets;
  const zones = zonesOf(subnets);
  if (zones >= DATA_ZONES) return [];
  const reason = `has isolated or private subnets in ${zones} Availability Zones`;
  return [{ path: 'vpc', reason, expected: `isolated or private subnets in at least ${DATA_ZONES}, for data stores` }];
}
