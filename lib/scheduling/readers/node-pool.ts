import { GPU_RESOURCE } from '../../conventions/gpu-resource';
import { billedAs } from '../../core/free-reason';
import { quantityOf } from '../../core/quantity';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, itemsAt, numberAt, objectAt, stringAt, stringsAt } from '../../manifests/values';
import type { Disk, ObjectReader, PoolDemand, ReaderContext } from '../object-demand';
import type { NodePool, Requirement } from '../pod-packing/node';
import type { Resources } from '../pod-packing/resources';
import { requirementsOf } from '../pod-template';
import { gibOf } from '../storage';

const DEFAULT_ROOT_GIB = 20;

/** Default disk of a node. Source: karpenter-provider-aws, pkg/providers/amifamily, DefaultEBS. */
export const DEFAULT_DISKS: readonly Disk[] = [{ type: 'gp3', sizeGib: DEFAULT_ROOT_GIB }];

const CAPACITY_TYPE = 'karpenter.sh/capacity-type';

/** NodePool of Karpenter. Its disks are those of its EC2NodeClass. */
export const nodePool: ObjectReader = {
  kinds: ['karpenter.sh/NodePool'],
  read: (object, context) => {
    if (numberAt(object.raw, 'spec', 'replicas') !== undefined) return { unpriced: [{ kind: 'fixed-node-count' }] };
    return { pools: [poolOf(object, context)], free: billedAs('own-nodes') };
  },
};

function poolOf({ name, raw }: ManifestObject, context: ReaderContext): PoolDemand {
  const spec = objectAt(raw, 'spec', 'template', 'spec');
  const requirements = requirementsOf(spec, 'requirements');
  const nodeClass = context.index.clusterWide('EC2NodeClass', stringAt(spec, 'nodeClassRef', 'name') ?? '');
  const maxPods = nodeClass === undefined ? undefined : numberAt(nodeClass.raw, 'spec', 'kubelet', 'maxPods');
  const pool: NodePool = {
    id: name,
    requirements: requirements.filter(({ key }) => key !== CAPACITY_TYPE),
    labels: stringsAt(raw, 'spec', 'template', 'metadata', 'labels'),
    taints: itemsAt(spec, 'taints').map(({ value }) => ({
      key: stringAt(value, 'key') ?? '',
      value: stringAt(value, 'value') ?? '',
      effect: stringAt(value, 'effect') ?? '',
    })),
    weight: numberAt(raw, 'spec', 'weight') ?? 0,
    limits: limitsOf(raw),
    diskHourlyNanoUsd: 0,
    hasAnyLabel: false,
    ...(maxPods !== undefined && { maxPods }),
  };
  return { pool, disks: disksOf(nodeClass), isSpot: allowsSpot(requirements) };
}

function allowsSpot(requirements: readonly Requirement[]): boolean {
  return requirements.some(({ key, operator, values }) => key === CAPACITY_TYPE && operator === 'In' && values.includes('spot'));
}

function limitsOf(raw: unknown): Partial<Resources> {
  const limit = (resource: string) => quantityOf(at(raw, 'spec', 'limits', resource));
  const [cpu, memory, gpus] = [limit('cpu'), limit('memory'), limit(GPU_RESOURCE)];
  return {
    ...(cpu !== undefined && { cpuMillis: cpu * 1_000 }),
    ...(memory !== undefined && { memoryBytes: memory }),
    ...(gpus !== undefined && { gpus }),
  };
}

function disksOf(nodeClass: ManifestObject | undefined): readonly Disk[] {
  const disks =
    nodeClass === undefined ? [] : itemsAt(nodeClass.raw, 'spec', 'blockDeviceMappings').map(({ value }) => diskOf(objectAt(value, 'ebs')));
  return disks.length > 0 ? disks : DEFAULT_DISKS;
}

function diskOf(ebs: ReturnType<typeof objectAt>): Disk {
  const [iops, throughputMbps] = [numberAt(ebs, 'iops'), numberAt(ebs, 'throughput')];
  return {
    type: stringAt(ebs, 'volumeType') ?? 'gp3',
    sizeGib: gibOf(at(ebs, 'volumeSize')) ?? DEFAULT_ROOT_GIB,
    ...(iops !== undefined && { iops }),
    ...(throughputMbps !== undefined && { throughputMbps }),
  };
}
