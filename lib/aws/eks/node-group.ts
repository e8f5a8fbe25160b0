import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import { Construct } from 'constructs';
import { POOL_LABEL, poolName } from '../../conventions/pool-label';
import { ROOT_DEVICE } from '../../conventions/root-device';
import { isBurstable } from '../../core/burstable';
import { acknowledge } from '../acknowledge';
import type { ComponentOf, EksContext } from '../build-context';
import { GPU_LABEL } from '../gpu-label';
import { routesOfHosts } from '../network/network-place';

/** Hop limit of instance metadata: pods have their own addresses and cannot read the credentials of the node. */
const METADATA_HOPS = 1;

const AMI_TYPES = {
  amd64: eks.NodegroupAmiType.AL2023_X86_64_STANDARD,
  arm64: eks.NodegroupAmiType.AL2023_ARM_64_STANDARD,
} as const;

/**
 * The nodes of a pool as a managed node group. The instance type is in the launch template, so that a change of the type is a
 * rolling update that respects PodDisruptionBudgets. In the node group itself, it would replace the group.
 */
export class NodeGroup extends Construct {
  constructor(scope: Construct, component: ComponentOf<'node-pool'>, { network, cluster, blueprint }: EksContext) {
    super(scope, component.id);
    const { id, architecture, gpu, nodes, instanceType } = component;
    if (instanceType === undefined || nodes === undefined) throw new Error(`node pool ${id} has no instance type`);
    const launchTemplate = this.launchTemplate(component, instanceType, cluster.cluster.clusterSecurityGroup);
    const group = new eks.Nodegroup(this, 'Group', {
      cluster: cluster.cluster,
      nodeRole: cluster.nodeRole,
      subnets: nodes.max > 1 || component.requirements?.holdsData !== true ? network.hosts : network.subnetsOfFirstZone(),
      amiType: gpu === undefined ? AMI_TYPES[architecture] : eks.NodegroupAmiType.AL2023_X86_64_NVIDIA,
      launchTemplateSpec: { id: launchTemplate.launchTemplateId ?? '', version: launchTemplate.latestVersionNumber },
      minSize: nodes.min,
      desiredSize: nodes.expected,
      maxSize: nodes.max,
      labels: { [POOL_LABEL]: poolName(blueprint, id), ...(gpu === undefined ? {} : { [GPU_LABEL]: 'true' }) },
      ...(isReserved(component)
        ? { taints: [{ key: POOL_LABEL, value: poolName(blueprint, id), effect: eks.TaintEffect.NO_SCHEDULE }] }
        : {}),
      maxUnavailable: 1,
      // An update that PodDisruptionBudgets block fails instead of evicting the pods.
      forceUpdate: false,
      enableNodeAutoRepair: true,
    });
    // Nodes join the cluster and pull images through the internet.
    group.node.addDependency(routesOfHosts(network));
    cluster.addNodes(group);
  }

  private launchTemplate(
    { id, rootDiskGib, publicAddresses }: ComponentOf<'node-pool'>,
    instanceType: string,
    securityGroup: ec2.ISecurityGroup,
  ): ec2.LaunchTemplate {
    const template = new ec2.LaunchTemplate(this, 'LaunchTemplate', {
      instanceType: new ec2.InstanceType(instanceType),
      securityGroup,
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
    acknowledge(template, { AS3: `Nodes of ${id} scale with the pods; alarms watch the workloads, not each launch.` });
    return template;
  }
}

/** Whether the pool has a taint: nodes with GPUs or data stores run only their own pods, system pods run on the others. */
function isReserved({ gpu, requirements }: ComponentOf<'node-pool'>): boolean {
  return gpu !== undefined || requirements?.holdsData === true;
}
