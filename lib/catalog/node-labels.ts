import { MIB_PER_GIB } from '../core/data-size';
import type { Shape } from './instance-shapes';

/** `m7i.large`: letters of the category, the generation, the variant, the size. */
const NAME = /^([a-z]+)(\d+)(?:[a-z-][a-z0-9-]*)?\.(.+)$/;

/** Whole NVIDIA GPUs of an instance: a fraction of a GPU, or one of another maker, does not satisfy a request for `nvidia.com/gpu`. */
export function nvidiaGpus({ gpu }: Shape): number {
  return gpu === undefined || gpu.model.startsWith('radeon') ? 0 : Math.floor(gpu.count);
}

/** Labels that Karpenter gives a node of an instance type. Source: Karpenter documentation, "Scheduling", well-known labels. */
export function nodeLabels(type: string, shape: Shape, region: string): Record<string, string> {
  const gpus = nvidiaGpus(shape);
  const labels = { ...instanceLabels(type, shape), 'topology.kubernetes.io/region': region, ...(gpus > 0 ? gpuLabels(shape, gpus) : {}) };
  return { ...labels, ...otherNamesOf(labels) };
}

function instanceLabels(name: string, { vcpu, memoryGib, architecture, networkMbps, ebsMbps }: Shape): Record<string, string> {
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

/**
 * Names of the same labels elsewhere: the former ones of Kubernetes, and those of EKS Auto Mode. Sources: Kubernetes documentation,
 * "Well-Known Labels, Annotations and Taints"; Amazon EKS user guide, "Target AI/ML workloads to specific nodes with labels".
 */
const OTHER_NAMES: readonly (readonly [prefix: string, other: string])[] = [
  ['node.kubernetes.io/instance-type', 'beta.kubernetes.io/instance-type'],
  ['kubernetes.io/arch', 'beta.kubernetes.io/arch'],
  ['kubernetes.io/os', 'beta.kubernetes.io/os'],
  ['topology.kubernetes.io/region', 'failure-domain.beta.kubernetes.io/region'],
  ['karpenter.k8s.aws/', 'eks.amazonaws.com/'],
];

function otherNamesOf(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, value]) =>
      OTHER_NAMES.flatMap(([prefix, other]) => (key.startsWith(prefix) ? [[`${other}${key.slice(prefix.length)}`, value] as const] : [])),
    ),
  );
}

/**
 * Value of `nvidia.com/gpu.product` by model and GiB of memory: NVIDIA's GPU feature discovery takes the name of the driver, with
 * hyphens for spaces; the values are those that public clusters list. A model without an entry has no such label, so that a pod which requires one fits no node.
 */
const GPU_PRODUCTS: Readonly<Record<string, string>> = {
  'a100 40': 'NVIDIA-A100-SXM4-40GB',
  'a100 80': 'NVIDIA-A100-SXM4-80GB',
  'a10g 22.35': 'NVIDIA-A10G',
  'h100 80': 'NVIDIA-H100-80GB-HBM3',
  'l4 22.35': 'NVIDIA-L4',
  'l40s 44.7': 'NVIDIA-L40S',
  't4 16': 'Tesla-T4',
  'v100 16': 'Tesla-V100-SXM2-16GB',
  'v100 32': 'Tesla-V100-SXM2-32GB',
};

function gpuLabels({ gpu }: Shape, gpus: number): Record<string, string> {
  const product = GPU_PRODUCTS[`${gpu?.model} ${gpu?.memoryGib}`];
  return {
    'karpenter.k8s.aws/instance-gpu-count': String(gpus),
    'karpenter.k8s.aws/instance-gpu-name': gpu?.model ?? '',
    'karpenter.k8s.aws/instance-gpu-manufacturer': 'nvidia',
    'karpenter.k8s.aws/instance-gpu-memory': String(Math.round((gpu?.memoryGib ?? 0) * MIB_PER_GIB)),
    'nvidia.com/gpu.present': 'true',
    'nvidia.com/gpu.count': String(gpus),
    ...(product === undefined ? {} : { 'nvidia.com/gpu.product': product }),
  };
}
