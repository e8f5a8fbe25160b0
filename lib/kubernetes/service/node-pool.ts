import { Construct } from 'constructs';
import type { NodeRequirements } from '../../blueprint/resolved-component';
import { POOL_LABEL, poolName } from '../../conventions/pool-label';
import type { BuildContext, ComponentOf } from '../build-context';
import { Ec2NodeClass } from '../custom-resources/ec2-node-class';
import { KarpenterNodePool, type NodePoolSpec, type NodeRequirement, type NodeTaint } from '../custom-resources/node-pool';

/**
 * Image of the machines: a release of the EKS-optimized Amazon Linux 2023. `@latest` would replace every machine on the
 * day of a release; a new one here is a change that goes through environments. Machines with GPUs get the variant with
 * NVIDIA's driver of the same release. Releases: https://github.com/awslabs/amazon-eks-ami/releases.
 */
const AMI_ALIAS = 'al2023@v20260903';

/** Root device of that image. */
const ROOT_DEVICE = '/dev/xvda';

/** One network hop: pods cannot ask for the machine's own credentials. */
const METADATA_HOPS = 1;

/** Tag by which Karpenter finds subnets and security groups; its value is the cluster's name. */
const DISCOVERY_TAG = 'karpenter.sh/discovery';

/** Machines with GPUs are kept for pods that ask for them. */
export const GPU_TAINT = 'nvidia.com/gpu';

/**
 * Machines of a pool: Karpenter's NodePool, and its EC2NodeClass of the same name. Everything runs on demand, which is
 * what the bill is made of. On EKS the stack makes the machines.
 */
export class NodePool extends Construct {
  constructor(scope: Construct, component: ComponentOf<'node-pool'>, { blueprint }: BuildContext) {
    super(scope, component.id);
    const { requirements } = component;
    if (blueprint.options.platform === 'eks' || requirements === undefined) return;
    const name = poolName(blueprint, component.id);
    const cluster = blueprint.stackName;
    new KarpenterNodePool(this, 'Pool', {
      metadata: { name },
      spec: {
        template: {
          metadata: { labels: { [POOL_LABEL]: name } },
          spec: {
            nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name },
            requirements: nodeRequirements(component, requirements, blueprint.network.zones),
            ...taintsOf(component, requirements, name),
            ...lifeOf(requirements),
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
        role: `KarpenterNodeRole-${cluster}`,
        subnetSelectorTerms: [{ tags: { [DISCOVERY_TAG]: cluster } }],
        securityGroupSelectorTerms: [{ tags: { [DISCOVERY_TAG]: cluster } }],
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

/** Well-known labels alone, so that whoever packs pods onto machines can read them. */
function nodeRequirements(
  { architecture, gpu }: ComponentOf<'node-pool'>,
  { families, instanceType }: NodeRequirements,
  zones: readonly string[],
): NodeRequirement[] {
  const among = (key: string, ...values: readonly string[]): NodeRequirement => ({ key, operator: 'In', values });
  return [
    among('kubernetes.io/os', 'linux'),
    among('kubernetes.io/arch', architecture),
    among('karpenter.sh/capacity-type', 'on-demand'),
    among('topology.kubernetes.io/zone', ...zones),
    instanceType === undefined
      ? among('karpenter.k8s.aws/instance-family', ...families)
      : among('node.kubernetes.io/instance-type', instanceType),
    ...(gpu === undefined ? [] : [among('karpenter.k8s.aws/instance-gpu-name', gpu.model)]),
  ];
}

/** Pods of services come and go, and with them machines: none of that may happen under a data store. */
function taintsOf({ gpu }: ComponentOf<'node-pool'>, { holdsData }: NodeRequirements, name: string): { taints?: NodeTaint[] } {
  const taints: NodeTaint[] = [
    ...(gpu === undefined ? [] : [{ key: GPU_TAINT, effect: 'NoSchedule' as const }]),
    ...(holdsData ? [{ key: POOL_LABEL, value: name, effect: 'NoSchedule' as const }] : []),
  ];
  return taints.length === 0 ? {} : { taints };
}

/**
 * Machines are replaced after a month, so that none is older than its patches. Those of data stores are replaced by a new
 * release of the image alone: that waits for disruption budgets, and expiry does not.
 */
function lifeOf({ holdsData }: NodeRequirements): Pick<NodePoolSpec['template']['spec'], 'expireAfter' | 'terminationGracePeriod'> {
  return holdsData ? { expireAfter: 'Never' } : { expireAfter: '720h', terminationGracePeriod: '1h' };
}

function limitsOf({ limits }: NodeRequirements): NodePoolSpec['limits'] {
  return {
    cpu: String(limits.vcpu),
    memory: `${limits.memoryGib}Gi`,
    ...(limits.gpus === 0 ? {} : { 'nvidia.com/gpu': String(limits.gpus) }),
  };
}

/** One machine of data stores at a time, and only an empty one; a fifth of the others, when pods fit on fewer or cheaper ones. */
function disruptionOf({ holdsData }: NodeRequirements): NodePoolSpec['disruption'] {
  return holdsData
    ? { consolidationPolicy: 'WhenEmpty', consolidateAfter: '10m', budgets: [{ nodes: '1' }] }
    : { consolidationPolicy: 'WhenEmptyOrUnderutilized', consolidateAfter: '5m', budgets: [{ nodes: '20%' }] };
}
