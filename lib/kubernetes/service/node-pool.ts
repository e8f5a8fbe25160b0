import { Construct } from 'constructs';
import type { SubnetZones } from '../../blueprint/blueprint';
import type { NodeRequirements } from '../../blueprint/resolved-component';
import { GPU_RESOURCE } from '../../conventions/gpu-resource';
import { POOL_LABEL, poolName } from '../../conventions/pool-label';
import { ROOT_DEVICE } from '../../conventions/root-device';
import type { BuildContext, ComponentOf } from '../build-context';
import { Ec2NodeClass } from '../custom-resources/ec2-node-class';
import { KarpenterNodePool, type NodePoolSpec, type NodeRequirement, type NodeTaint } from '../custom-resources/node-pool';

/**
 * Image of the nodes: a release of the EKS-optimized Amazon Linux 2023. `@latest` would replace all nodes on the day of a
 * release; a version that is set here is a change that is tested in each environment first. GPU nodes get the variant of
 * the same release with the NVIDIA driver. Releases: https://github.com/awslabs/amazon-eks-ami/releases.
 */
const AMI_ALIAS = 'al2023@v20260903';

/** Limit of network hops to the instance metadata: 1, so that pods cannot read the credentials of the node. */
const METADATA_HOPS = 1;

/** Tag that the guide of Karpenter finds subnets and security groups with. Its value is the name of the cluster. */
const DISCOVERY_TAG = 'karpenter.sh/discovery';

/** Labels of nodes for zones by name and by id; Karpenter knows both. Source: karpenter-provider-aws, pkg/apis/v1/labels.go. */
const ZONE_LABELS = { name: 'topology.kubernetes.io/zone', id: 'topology.k8s.aws/zone-id' } as const;

/**
 * The nodes of a pool: a Karpenter NodePool, and an EC2NodeClass with the same name. All nodes are on-demand instances, as
 * in the estimate. On EKS, the CDK stack creates the nodes instead.
 */
export class NodePool extends Construct {
  constructor(scope: Construct, component: ComponentOf<'node-pool'>, { blueprint }: BuildContext) {
    super(scope, component.id);
    const { requirements } = component;
    if (blueprint.options.platform === 'eks' || requirements === undefined) return;
    const name = poolName(blueprint, component.id);
    const { options, network } = blueprint;
    const cluster = options.clusterName ?? blueprint.stackName;
    const [tag, value] = (options.discoveryTag ?? `${DISCOVERY_TAG}=${cluster}`).split('=') as [string, string];
    new KarpenterNodePool(this, 'Pool', {
      metadata: { name },
      spec: {
        template: {
          metadata: { labels: { [POOL_LABEL]: name } },
          spec: {
            nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name },
            requirements: nodeRequirements(component, requirements, options.zones === undefined ? undefined : network.subnetZones),
            ...taintsOf(component, requirements, name),
            ...expiryOf(requirements),
          },
        },
        limits: limitsOf(requirements),
        disruption: disruptionOf(requirements),
      },
    });
    new Ec2NodeClass(this, 'Class', {
      metadata: { name },
      spec: {
        amiSelectorTerms: [{ alias: AMI_ALIAS }],
        role: options.nodeRole ?? `KarpenterNodeRole-${cluster}`,
        subnetSelectorTerms: [{ tags: { [tag]: value } }],
        securityGroupSelectorTerms: [{ tags: { [tag]: value } }],
        blockDeviceMappings: [
          {
            deviceName: ROOT_DEVICE,
            ebs: { volumeSize: `${component.rootDiskGib}Gi`, volumeType: 'gp3', encrypted: true, deleteOnTermination: true },
          },
        ],
        metadataOptions: { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: METADATA_HOPS },
        tags: { Name: name },
      },
    });
  }
}

/**
 * Requirements on well-known labels, which the estimate of the manifests can evaluate. Zones are required only where the options
 * name them. Otherwise the subnets decide, because the zone of a name can differ between accounts.
 */
function nodeRequirements(
  { architecture, gpu }: ComponentOf<'node-pool'>,
  { families, instanceType }: NodeRequirements,
  zones: SubnetZones | undefined,
): NodeRequirement[] {
  const oneOf = (key: string, ...values: readonly string[]): NodeRequirement => ({ key, operator: 'In', values });
  return [
    oneOf('kubernetes.io/os', 'linux'),
    oneOf('kubernetes.io/arch', architecture),
    oneOf('karpenter.sh/capacity-type', 'on-demand'),
    ...(zones === undefined ? [] : [oneOf(ZONE_LABELS[zones.by], ...zones.zones)]),
    instanceType === undefined
      ? oneOf('karpenter.k8s.aws/instance-family', ...families)
      : oneOf('node.kubernetes.io/instance-type', instanceType),
    ...(gpu === undefined ? [] : [oneOf('karpenter.k8s.aws/instance-gpu-name', gpu.model)]),
  ];
}

/** Keeps pods of services off the nodes of data stores: autoscaling and consolidation of services must not disrupt a data store. */
function taintsOf({ gpu }: ComponentOf<'node-pool'>, { holdsData }: NodeRequirements, name: string): { taints?: NodeTaint[] } {
  const taints: NodeTaint[] = [
    ...(gpu === undefined ? [] : [{ key: GPU_RESOURCE, effect: 'NoSchedule' as const }]),
    ...(holdsData ? [{ key: POOL_LABEL, value: name, effect: 'NoSchedule' as const }] : []),
  ];
  return taints.length === 0 ? {} : { taints };
}

/**
 * Nodes are replaced after 30 days, so that patches are at most that old. Nodes of data stores are replaced only with a
 * new release of the image: that drift respects PodDisruptionBudgets, and expiry does not.
 */
function expiryOf({ holdsData }: NodeRequirements): Pick<NodePoolSpec['template']['spec'], 'expireAfter' | 'terminationGracePeriod'> {
  return holdsData ? { expireAfter: 'Never' } : { expireAfter: '720h', terminationGracePeriod: '1h' };
}

function limitsOf({ limits }: NodeRequirements): NodePoolSpec['limits'] {
  return {
    cpu: String(limits.vcpu),
    memory: `${limits.memoryGib}Gi`,
    ...(limits.gpus === 0 ? {} : { [GPU_RESOURCE]: String(limits.gpus) }),
  };
}

/**
 * Data stores: one node at a time, and only if it is empty. Other nodes: up to 20% at a time, if the pods fit on fewer or
 * cheaper nodes.
 */
function disruptionOf({ holdsData }: NodeRequirements): NodePoolSpec['disruption'] {
  return holdsData
    ? { consolidationPolicy: 'WhenEmpty', consolidateAfter: '10m', budgets: [{ nodes: '1' }] }
    : { consolidationPolicy: 'WhenEmptyOrUnderutilized', consolidateAfter: '5m', budgets: [{ nodes: '20%' }] };
}
