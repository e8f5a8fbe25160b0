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
  return { ...instanceLabels(type, shape), 'topology.kubernetes.io/region': region, ...(gpus > 0 ? gpuLabels(shape, gpus) : {}) };
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

function gpuLabels({ gpu }: Shape, gpus: number): Record<string, string> {
  return {
    'karpenter.k8s.aws/instance-gpu-count': String(gpus),
    'karpenter.k8s.aws/instance-gpu-name': gpu?.model ?? '',
    'karpenter.k8s.aws/instance-gpu-manufacturer': 'nvidia',
    'karpenter.k8s.aws/instance-gpu-memory': String(Math.round((gpu?.memoryGib ?? 0) * MIB_PER_GIB)),
    'nvidia.com/gpu.present': 'true',
  };
}
