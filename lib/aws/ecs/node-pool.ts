import { Duration } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { ResolvedService } from '../../blueprint/resolved-component';
import { acknowledge } from '../acknowledge';
import type { ComponentOf, EcsContext } from '../build-context';
import { DataVolume } from '../data/data-volume';
import { FixedAddress } from '../network/fixed-address';
import { machineImage } from './machine-image';
import { taskNetworkOf } from './task-network';

/** Root device of the ECS-optimized images. */
const ROOT_DEVICE = '/dev/xvda';
/** Types that run on processor credits. */
const BURSTABLE = /^t\d/;
/**
 * As many machines as tasks need. Below 100 ECS keeps at least one whole machine more in every pool, since 2 of 2 are
 * above any smaller target: a GPU machine too, which no bill of the expected load would show.
 */
const TARGET_CAPACITY_PERCENT = 100;
/** One network hop: containers behind Docker's bridge cannot ask for the machine's own credentials. */
const METADATA_HOPS = 1;

/** What a pool without machines would launch: anything, as it launches nothing. */
const IDLE: Omit<ComponentOf<'node-pool'>, 'id'> = {
  kind: 'node-pool',
  instanceType: 't3.micro',
  architecture: 'amd64',
  nodes: { min: 0, expected: 0, max: 0 },
  rootDiskGib: 30,
  publicAddresses: false,
};

/**
 * Machines that services run on: an autoscaling group that ECS scales with the tasks. New machines take the newest
 * patched image; their root disk is encrypted, their metadata service asks for a token, and there is no SSH: Session
 * Manager is the way in.
 */
export class NodePool extends Construct {
  readonly capacityProvider: ecs.AsgCapacityProvider;
  readonly connections: ec2.Connections;
  /** The fixed public address of the single host. */
  readonly address?: string;

  /**
   * A pool that other tiers or options have, without machines and at no cost. Services that leave it are still on its
   * capacity provider while the stack changes, and ECS drains its machines only as they go.
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
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: network.vpc, description: `machines of ${component.id}` });
    this.connections = new ec2.Connections({ securityGroups: [securityGroup] });
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSSMManagedInstanceCore')],
    });
    const userData = ec2.UserData.forLinux();
    userData.addCommands('echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config');
    const services = Object.values(blueprint.components).filter((other): other is ResolvedService => other.kind === 'service');
    if (services.some((service) => service.pool === component.id && taskNetworkOf(service, component) === 'own-address')) {
      allowManyInterfaces(userData, role);
    }
    const volumeGib = component.singleHost?.dataVolumeGib ?? component.dataVolumeGib;
    const group = this.group(network.vpc, volumeGib === undefined ? network.hosts : network.subnetsOfFirstZone(), {
      securityGroup,
      role,
      userData,
    });
    this.capacityProvider = new ecs.AsgCapacityProvider(this, 'Capacity', {
      autoScalingGroup: group,
      targetCapacityPercent: TARGET_CAPACITY_PERCENT,
      enableManagedDraining: true,
      // Draining moves tasks away before a machine goes. The protection beside it outlives the capacity provider, and
      // then neither the group nor the stack can be deleted (aws/containers-roadmap#2862).
      enableManagedTerminationProtection: false,
    });
    if (machinesOf(component).nodes.max === 0) this.switchOffScaling();
    cluster.cluster.addAsgCapacityProvider(this.capacityProvider);
    if (volumeGib !== undefined) {
      // The same zone as that of the machine: a volume cannot leave its own.
      new DataVolume(this, 'Data', { sizeGib: volumeGib, zone: network.vpc.availabilityZones[0] ?? '', role, userData });
    }
    if (component.singleHost !== undefined) this.address = this.fixedAddress(role, userData);
    acknowledge(this, {
      'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AmazonSSMManagedInstanceCore]':
        'AmazonSSMManagedInstanceCore is what Session Manager needs, kept up to date by AWS; it replaces SSH and its keys.',
      'IAM5[Action::ecs:Submit*]': 'Three calls of the ECS agent that report states, limited to this cluster.',
      'IAM5[Resource::*]': 'Calls of the ECS agent that know no resource; those that know one are limited to this cluster.',
      AS3: 'Machines come and go with the tasks; alarms watch the services, not each launch.',
    });
  }

  private group(
    vpc: ec2.IVpc,
    vpcSubnets: ec2.SubnetSelection,
    machine: Pick<ec2.LaunchTemplateProps, 'securityGroup' | 'role' | 'userData'>,
  ): autoscaling.AutoScalingGroup {
    const { rootDiskGib, publicAddresses } = this.component;
    const { instanceType, nodes } = machinesOf(this.component);
    const launchTemplate = new ec2.LaunchTemplate(this, 'LaunchTemplate', {
      ...machine,
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
      ...(BURSTABLE.test(instanceType) ? { cpuCredits: ec2.CpuCredits.UNLIMITED } : {}),
    });
    return new autoscaling.AutoScalingGroup(this, 'Group', {
      vpc,
      vpcSubnets,
      launchTemplate,
      minCapacity: nodes.min,
      maxCapacity: nodes.max,
      ...(nodes.max > 0 ? { updatePolicy: this.updatePolicy() } : {}),
    });
  }

  /** Another instance type must reach the machines that run: one after another, each drained by ECS first. */
  private updatePolicy(): autoscaling.UpdatePolicy {
    const { min, max } = machinesOf(this.component).nodes;
    return autoscaling.UpdatePolicy.rollingUpdate({
      maxBatchSize: 1,
      // CloudFormation asks for fewer than the maximum; a group of one is replaced with an interruption.
      minInstancesInService: Math.max(0, Math.min(min, max - 1)),
      pauseTime: Duration.minutes(5),
      waitOnResourceSignals: false,
    });
  }

  /** Its alarms are billed, and a group without machines has nothing to scale. A setting that is left out stays as it was. */
  private switchOffScaling(): void {
    const provider = this.capacityProvider.node.children.find((child) => child instanceof ecs.CfnCapacityProvider);
    if (provider === undefined) throw new Error(`${this.capacityProvider.node.path} has no capacity provider of CloudFormation`);
    provider.addPropertyOverride('AutoScalingGroupProvider.ManagedScaling', { Status: 'DISABLED' });
  }

  private fixedAddress(role: iam.IRole, userData: ec2.UserData): string {
    const { publicIp } = new FixedAddress(this, 'Address', { role, userData });
    acknowledge(this, { EC23: 'Without a load balancer the machine itself is the way in, on the ports of its services alone.' });
    return publicIp;
  }
}

/**
 * A machine has few network interfaces; trunking lets it carry several times more tasks with an address of their own.
 * It is a setting of who registers the machine, so the machine asks for itself. Types without trunking ignore it.
 */
function allowManyInterfaces(userData: ec2.UserData, role: iam.Role): void {
  role.addToPolicy(new iam.PolicyStatement({ actions: ['ecs:PutAccountSetting'], resources: ['*'] }));
  userData.addCommands(
    'command -v aws || dnf install -y awscli-2',
    'aws ecs put-account-setting --name awsvpcTrunking --value enabled --region "$(cloud-init query region)"',
  );
}

/** A pool of ECS is resolved to one type; that of a cluster may not be. */
function machinesOf({ id, instanceType, nodes }: ComponentOf<'node-pool'>) {
  if (instanceType === undefined || nodes === undefined) throw new Error(`node pool ${id} has no chosen instance type`);
  return { instanceType, nodes };
}
