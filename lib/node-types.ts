import { type NodeType, nodeResources } from './packing';
import type { PriceBook } from './pricing';
import { type Shape, shapesOf } from './shapes';

/** Pods of a node where its network interfaces set no limit that we know. Source: Kubernetes documentation, considerations for large clusters. */
const USUAL_MAX_PODS = 110;

/** `m7i.large`: letters of the category, the generation, what varies, the size. */
const NAME = /^([a-z]+)(\d+)[a-z0-9-]*\.(.+)$/;

const NANO = 1_000_000_000;
const MIB_PER_GIB = 1_024;

const types = new Map<string, readonly NodeType[]>();

/** The machines that have a list price in a region, as kinds of nodes with the labels that Karpenter gives them. */
export function nodeTypesIn(book: PriceBook): readonly NodeType[] {
  const known =
    types.get(book.region) ??
    Object.entries(shapesOf('ec2')).flatMap(([name, shape]) => {
      const hourly = book.listPrice(`ec2/${name}`)?.tiers[0]?.usd;
      return hourly === undefined ? [] : [nodeType(name, shape, hourly.times(NANO).round().toNumber(), book.region)];
    });
  types.set(book.region, known);
  return known;
}

function nodeType(name: string, shape: Shape, hourlyNanoUsd: number, region: string): NodeType {
  // A share of a GPU is nothing that a pod can ask for.
  const gpus = isNvidia(shape) ? Math.floor(shape.gpu?.count ?? 0) : 0;
  const { vcpu, memoryGib, architecture, maxPods = USUAL_MAX_PODS } = shape;
  return {
    name,
    labels: { ...machineLabels(name, shape), 'topology.kubernetes.io/region': region, ...(gpus > 0 ? gpuLabels(shape, gpus) : {}) },
    hourlyNanoUsd,
    ...nodeResources({ vcpu, memoryGib, architecture, gpus, maxPods }),
  };
}

/** Pods ask for `nvidia.com/gpu`, which cards of others don't answer. */
function isNvidia({ gpu }: Shape): boolean {
  return gpu !== undefined && !gpu.model.startsWith('radeon');
}

function machineLabels(name: string, { vcpu, memoryGib, architecture, networkMbps, ebsMbps }: Shape): Record<string, string> {
  const [, category = '', generation = '', size = ''] = NAME.exec(name) ?? [];
  return {
    'node.kubernetes.io/instance-type': name,
    'kubernetes.io/arch': architecture,
    'kubernetes.io/os': 'linux',
    'karpenter.sh/capacity-type': 'on-demand',
    'karpenter.k8s.aws/instance-category': category,
    'karpenter.k8s.aws/instance-generation': generation,
    'karpenter.k8s.aws/instance-family': name.split('.')[0] ?? '',
    'karpenter.k8s.aws/instance-size': size,
    'karpenter.k8s.aws/instance-cpu': String(vcpu),
    'karpenter.k8s.aws/instance-memory': String(Math.round(memoryGib * MIB_PER_GIB)),
    'karpenter.k8s.aws/instance-hypervisor': size.startsWith('metal') ? '' : 'nitro',
    ...(networkMbps === undefined ? {} : { 'karpenter.k8s.aws/instance-network-bandwidth': String(networkMbps) }),
    ...(ebsMbps === undefined ? {} : { 'karpenter.k8s.aws/instance-ebs-bandwidth': String(ebsMbps) }),
  };
}

function gpuLabels({ gpu }: Shape, gpus: number): Record<string, string> {
  return {
    'karpenter.k8s.aws/instance-gpu-count': String(gpus),
    'karpenter.k8s.aws/instance-gpu-name': gpu?.model ?? '',
    'karpenter.k8s.aws/instance-gpu-manufacturer': 'nvidia',
    'karpenter.k8s.aws/instance-gpu-memory': String(Math.round((gpu?.memoryGib ?? 0) * MIB_PER_GIB)),
    'nvidia.com/gpu.present': 'true',
  };
}
