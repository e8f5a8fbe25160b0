import { Duration } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { ResolvedService } from '../../blueprint/resolved-component';
import { ROOT_DEVICE } from '../../conventions/root-device';
import { isBurstable } from '../../core/burstable';
import { acknowledge } from '../acknowledge';
import type { ComponentOf, EcsContext } from '../build-context';
import { DataVolume } from '../data/data-volume';
import { FixedAddress } from '../network/fixed-address';
import type { Network } from '../network/network';
import { routesOfHosts } from '../network/network-place';
import { agentPermissions } from './agent-permissions';
import { machineImage } from './machine-image';
import { leastInService, sizeOf } from './node-sizes';
import { taskNetworkOf } from './task-network';

/**
 * As many instances as the tasks need. With a target below 100, ECS runs at least one spare instance in every pool, since 2
 * of 2 used instances exceed any smaller target. A spare GPU instance would be missing from the estimate.
 */
const TARGET_CAPACITY_PERCENT = 100;
/**
 * Longest life of an instance. Its successor starts with the AMI that is the latest then, so that patches reach pools that no
 * deployment changes. The least that Auto Scaling accepts is one day. Source: Amazon EC2 Auto Scaling user guide, "Replace Auto
 * Scaling instances based on maximum instance lifetime".
 */
const MAX_INSTANCE_LIFETIME = Duration.days(14);
/** Hop limit of instance metadata: containers behind the Docker bridge cannot read the credentials of the instance. */
const METADATA_HOPS = 1;

/** Account setting that enables ENI trunking. */
const TRUNKING = 'awsvpcTrunking';

/** Settings of an idle pool. It launches no instances, so the instance type does not matter. */
const IDLE: Omit<ComponentOf<'node-pool'>, 'id'> = {
  kind: 'node-pool',
  instanceType: 't3.micro',
  architecture: 'amd64',
  nodes: { min: 0, expected: 0, max: 0 },
  rootDiskGib: 30,
  publicAddresses: false,
};

/**
 * EC2 instances that services run on: an Auto Scaling group that ECS scales with the tasks. New instances use the latest
 * AMI, their root volume is encrypted and IMDSv2 is required. There is no SSH access; use Session Manager.
 */
export class NodePool extends Construct {
  /** Capacity provider of the Auto Scaling group. */
  readonly capacityProvider: ecs.AsgCapacityProvider;
  /** The Auto Scaling group. */
  readonly autoScalingGroup: autoscaling.AutoScalingGroup;
  /** Security group of the instances. */
  readonly connections: ec2.Connections;
  /** Fixed public IP address of the single host; undefined for other pools. */
  readonly address?: string;

  /**
   * A pool of other tiers or options, without instances and at no cost. While the stack is updated, services that leave the
   * pool still use its capacity provider, and ECS drains the instances as the services leave.
   */
  static idle(scope: Construct, id: string, context: EcsContext): NodePool {
    return new NodePool(scope, { ...IDLE, id }, context);
  }

  constructor(
    scope: Construct,
    private readonly component: ComponentOf<'node-pool'>,
    { network, cluster, blueprint }: EcsContext,
  ) {
    super(scope, component.id);
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: network.vpc, description: `instances of ${component.id}` });
    this.connections = new ec2.Connections({ securityGroups: [securityGroup] });
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore')],
    });
    for (const statement of agentPermissions(cluster.cluster)) role.addToPolicy(statement);
    const userData = ec2.UserData.forLinux();
    userData.addCommands('echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config');
    const services = Object.values(blueprint.components).filter((other): other is ResolvedService => other.kind === 'service');
    if (
      services.some((service) => service.pool === component.id && taskNetworkOf(service, component, blueprint.network) === 'own-address')
    ) {
      allowManyInterfaces(userData, role);
    }
    const volumeGib = component.singleHost?.dataVolumeGib ?? component.dataVolumeGib;
    const group = this.group(network, volumeGib, { securityGroup, role: role.withoutPolicyUpdates(), userData });
    this.autoScalingGroup = group;
    // At launch, instances call ECS and install packages, which fails before there is a route to the internet.
    group.node.addDependency(routesOfHosts(network));
    this.capacityProvider = new ecs.AsgCapacityProvider(this, 'Capacity', {
      autoScalingGroup: group,
      targetCapacityPercent: TARGET_CAPACITY_PERCENT,
      enableManagedDraining: true,
      // Draining moves tasks away before an instance terminates. Termination protection would outlive the capacity provider,
      // and then neither the group nor the stack could be deleted (aws/containers-roadmap#2862).
      enableManagedTerminationProtection: false,
    });
    if (sizeOf(component).nodes.max === 0) this.switchOffScaling();
    cluster.cluster.addAsgCapacityProvider(this.capacityProvider);
    if (volumeGib !== undefined) {
      // The zone of the instance: a volume cannot move to another zone.
      new DataVolume(this, 'Data', {
        sizeGib: volumeGib,
        restoreFrom: component.restoreFrom,
        zone: network.firstZoneName,
        role,
        userData,
      });
    }
    if (component.singleHost !== undefined) this.address = this.fixedAddress(role, userData);
    acknowledge(this, {
      'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AmazonSSMManagedInstanceCore]':
        'Session Manager requires AmazonSSMManagedInstanceCore, which AWS maintains; it replaces SSH and its keys.',
      'IAM5[Action::ecs:Submit*]': 'Three actions of the ECS agent that report states, limited to this cluster.',
      'IAM5[Resource::*]': 'Actions of the ECS agent without resource-level permissions; the others are limited to this cluster.',
      AS3: 'Instances scale with the tasks; alarms watch the services, not each launch.',
    });
  }

  private group(
    network: Network,
    volumeGib: number | undefined,
    instance: Pick<ec2.LaunchTemplateProps, 'securityGroup' | 'role' | 'userData'>,
  ): autoscaling.AutoScalingGroup {
    const { rootDiskGib, publicAddresses } = this.component;
    const { instanceType, nodes } = sizeOf(this.component);
    const launchTemplate = new ec2.LaunchTemplate(this, 'LaunchTemplate', {
      ...instance,
      instanceType: new ec2.InstanceType(instanceType),
      machineImage: machineImage(this.component),
      associatePublicIpAddress: publicAddresses,
      blockDevices: [
        {
          deviceName: ROOT_DEVICE,
          volume: ec2.BlockDeviceVolume.ebs(rootDiskGib, { encrypted: true, volumeType: ec2.EbsDeviceVolumeType.GP3 }),
        },
      ],
      httpTokens: ec2.LaunchTemplateHttpTokens.REQUIRED,
      httpPutResponseHopLimit: METADATA_HOPS,
      ...(isBurstable(instanceType) ? { cpuCredits: ec2.CpuCredits.UNLIMITED } : {}),
    });
    return new autoscaling.AutoScalingGroup(this, 'Group', {
      vpc: network.vpc,
      vpcSubnets: volumeGib === undefined ? network.hosts : network.subnetsOfFirstZone(),
      launchTemplate,
      minCapacity: nodes.min,
      maxCapacity: nodes.max,
      // The replacement of an instance with a data volume is an interruption, which operators choose the time of.
      ...(volumeGib === undefined ? { maxInstanceLifetime: MAX_INSTANCE_LIFETIME } : {}),
      ...(nodes.max > 0 ? { updatePolicy: this.updatePolicy() } : {}),
    });
  }

  /** Replaces running instances one at a time when the launch template changes; ECS drains each of them first. */
  private updatePolicy(): autoscaling.UpdatePolicy {
    return autoscaling.UpdatePolicy.rollingUpdate({
      maxBatchSize: 1,
      minInstancesInService: leastInService(sizeOf(this.component).nodes),
      pauseTime: Duration.minutes(5),
      waitOnResourceSignals: false,
    });
  }

  /** Disables managed scaling, whose alarms cost money. Set explicitly, because ECS retains a setting that a template omits. */
  private switchOffScaling(): void {
    const provider = this.capacityProvider.node.children.find((child) => child instanceof ecs.CfnCapacityProvider);
    if (provider === undefined) throw new Error(`${this.capacityProvider.node.path} has no CfnCapacityProvider`);
    provider.addPropertyOverride('AutoScalingGroupProvider.ManagedScaling', { Status: 'DISABLED' });
  }

  private fixedAddress(role: iam.IRole, userData: ec2.UserData): string {
    const { publicIp } = new FixedAddress(this, 'Address', { role, userData });
    acknowledge(this, { EC23: 'Without a load balancer, clients connect to the instance itself, on the ports of its services only.' });
    return publicIp;
  }
}

/**
 * Enables ENI trunking, with which an instance can run several times more tasks with a network interface each. The setting
 * belongs to the role that registers the instance, so the instance sets it at launch. Types without trunking ignore it.
 */
function allowManyInterfaces(userData: ec2.UserData, role: iam.Role): void {
  // The action has no resource-level permissions, only a condition key for the name of the setting. Source: Service Authorization
  // Reference, "Actions, resources, and condition keys for Amazon Elastic Container Service".
  const onlyTrunking = { StringEquals: { 'ecs:account-setting': TRUNKING } };
  role.addToPolicy(new iam.PolicyStatement({ actions: ['ecs:PutAccountSetting'], resources: ['*'], conditions: onlyTrunking }));
  userData.addCommands(
    'command -v aws || dnf install -y awscli-2',
    `aws ecs put-account-setting --name ${TRUNKING} --value enabled --region "$(cloud-init query region)"`,
  );
}
