import { isBurstable } from '../core/burstable';
import { INTERVAL_POINTS, type Interval, mapInterval } from '../core/interval';
import { HOURS_PER_MONTH } from '../core/time';
import type { Disk } from '../scheduling/object-demand';
import type { PackedNode, Packing } from '../scheduling/pod-packing/pack-pods';
import type { Charge, Counted, UsageContext } from './pricer';
import { usageCharge } from './pricers/quantities';
import { volumeCharges } from './pricers/volumes';

/** Nodes of a pool, with their disks. */
export interface PoolNodes {
  /** Id of the pool. */
  readonly pool: string;
  /** Disks of each node. */
  readonly disks: readonly Disk[];
  /** The nodes, at low, mid and high. */
  readonly nodes: Interval<readonly PackedNode[]>;
}

/** Nodes by pool, of the packings of the low, expected and high end. */
export function nodesByPool(packings: Interval<Packing>, disksOf: (pool: string) => readonly Disk[]): readonly PoolNodes[] {
  const pools = new Set(INTERVAL_POINTS.flatMap((point) => packings[point].nodes.map(({ choice }) => choice.pool.id)));
  return [...pools].sort().map((pool) => ({
    pool,
    disks: disksOf(pool),
    nodes: mapInterval(packings, ({ nodes }) => nodes.filter(({ choice }) => choice.pool.id === pool)),
  }));
}

/** Hours of each instance type, disks, and CPU credits where a type has them. Low, mid and high each have their own mix of types. */
export function nodeCharges(counted: Counted, { nodes, disks }: PoolNodes, context: UsageContext): readonly Charge[] {
  const types = [...new Set(INTERVAL_POINTS.flatMap((point) => nodes[point].map(({ choice }) => choice.type.name)))].sort();
  const count = mapInterval(nodes, ({ length }) => length);
  return [
    ...types.map((type) => hoursCharge(type, nodes)),
    ...(types.some((type) => isBurstable(type)) ? [creditCharge(counted, context)] : []),
    ...disks.flatMap((disk) => diskCharges(counted, disk, count, context)),
  ];
}

function hoursCharge(name: string, nodes: PoolNodes['nodes']): Charge {
  const ofType = mapInterval(nodes, (all) => all.filter(({ choice }) => choice.type.name === name));
  const hasGpu = INTERVAL_POINTS.some((point) => ofType[point].some(({ choice }) => choice.type.capacity.gpus > 0));
  return {
    kind: 'instance-hours',
    details: [name],
    sku: `ec2/${name}`,
    quantity: mapInterval(ofType, ({ length }) => length * HOURS_PER_MONTH),
    group: hasGpu ? 'gpu' : 'compute',
    isOfMix: true,
  };
}

function creditCharge(counted: Counted, context: UsageContext): Charge {
  return usageCharge(counted, context, {
    kind: 'cpu-credit-vcpu-hours',
    sku: 'ec2/cpu-credits',
    group: 'compute',
    key: 'surplusCreditVcpuHours',
  });
}

/** As of any volume; their number is that of the nodes, which may be fewer at a higher end. */
function diskCharges(counted: Counted, disk: Disk, count: Interval, context: UsageContext): readonly Charge[] {
  const { type, sizeGib, iops, throughputMbps } = disk;
  const properties = { VolumeType: type, Size: sizeGib, Iops: iops, Throughput: throughputMbps };
  return volumeCharges(counted, { properties, sizeKey: 'Size', label: 'node volumes', count }, context).map((charge) => ({
    ...charge,
    isOfMix: true,
  }));
}
