import { BYTES_PER_MIB } from '../core/data-size';
import { ONE_GP3_VOLUME, rdsGp3Speed, type VolumeSpeed } from '../core/gp3';
import { familyOf } from './families';

/** Reads and writes per second, and Mbit/s to volumes. */
type Baseline = readonly [iops: number, mbps: number];

const M5: Readonly<Record<string, Baseline>> = {
  large: [3_600, 650],
  xlarge: [6_000, 1_150],
  '2xlarge': [12_000, 2_300],
  '4xlarge': [18_750, 4_750],
  '8xlarge': [30_000, 6_800],
  '12xlarge': [40_000, 9_500],
  '16xlarge': [60_000, 13_600],
  '24xlarge': [80_000, 19_000],
};
const M6G: Readonly<Record<string, Baseline>> = {
  large: [3_600, 630],
  xlarge: [6_000, 1_188],
  '2xlarge': [12_000, 2_375],
  '4xlarge': [20_000, 4_750],
  '8xlarge': [40_000, 9_500],
  '12xlarge': [50_000, 14_250],
  '16xlarge': [80_000, 19_000],
};
const M6I: Readonly<Record<string, Baseline>> = {
  large: [3_600, 650],
  xlarge: [6_000, 1_250],
  '2xlarge': [12_000, 2_500],
  '4xlarge': [20_000, 5_000],
  '8xlarge': [40_000, 10_000],
  '12xlarge': [60_000, 15_000],
  '16xlarge': [80_000, 20_000],
  '24xlarge': [120_000, 30_000],
  '32xlarge': [160_000, 40_000],
};
const M7G: Readonly<Record<string, Baseline>> = { ...M6I, large: [3_600, 630] };
const T3: Readonly<Record<string, Baseline>> = {
  micro: [500, 87],
  small: [1_000, 174],
  medium: [2_000, 347],
  large: [4_000, 695],
  xlarge: [4_000, 695],
  '2xlarge': [4_000, 695],
};

/**
 * Speed to EBS that an instance has all the time, by family and size; larger for 30 minutes a day. RDS runs a class on the EC2 type of the
 * same name. Source: Amazon EC2 user guide, "Amazon EBS-optimized instance types", baselines.
 */
const BASELINES: Readonly<Record<string, Readonly<Record<string, Baseline>>>> = {
  m5: M5,
  r5: M5,
  m6g: M6G,
  r6g: M6G,
  m6i: M6I,
  r6i: M6I,
  m7g: M7G,
  r7g: M7G,
  t3: T3,
  t4g: T3,
};

const BITS_PER_BYTE = 8;
const BITS_PER_MBIT = 1e6;

/** The baseline of an instance class or type to its storage; undefined where it is not known here. */
export function classSpeed(instanceClass: string): VolumeSpeed | undefined {
  const baseline = BASELINES[familyOf(instanceClass)]?.[sizeIn(instanceClass)];
  return baseline === undefined ? undefined : speedOf(baseline);
}

function sizeIn(instanceType: string): string {
  return instanceType.split('.').at(-1) ?? '';
}

function speedOf([iops, mbps]: Baseline): VolumeSpeed {
  return { iops, mibps: (mbps * BITS_PER_MBIT) / BITS_PER_BYTE / BYTES_PER_MIB };
}

/** The slower one of two, for IOPS and throughput each. */
function slower(left: VolumeSpeed, right: VolumeSpeed): VolumeSpeed {
  return { iops: Math.min(left.iops, right.iops), mibps: Math.min(left.mibps, right.mibps) };
}

/** The slower one of the storage and the instance class of an RDS server; undefined where the baseline of the class is not known. */
export function rdsVolumeSpeed(instanceClass: string, storageGib: number, provisionedIops?: number): VolumeSpeed | undefined {
  const ofClass = classSpeed(instanceClass);
  if (ofClass === undefined) return undefined;
  const included = rdsGp3Speed(storageGib);
  return slower({ ...included, iops: provisionedIops ?? included.iops }, ofClass);
}

/** Node that a container with a volume runs on. */
export interface VolumeNode {
  /** Instance type; absent where Karpenter chooses it. */
  readonly instanceType?: string;
  /** Whether Karpenter may choose burstable types. */
  readonly burstable: boolean;
}

/** A container, as far as it decides which nodes it fits on. */
interface Container {
  readonly vcpu: number;
  readonly memoryGib: number;
}

/**
 * The slower one of a gp3 volume and the node of a container. Where Karpenter chooses the node, it is the slowest one that has the vCPU and
 * memory of the container. Undefined where the baseline of the node is not known. Other volumes of a node share its baseline.
 */
export function containerVolumeSpeed(container: Container, { instanceType, burstable }: VolumeNode): VolumeSpeed | undefined {
  const ofNode = instanceType === undefined ? slowestNode(container, burstable) : classSpeed(instanceType);
  return ofNode === undefined ? undefined : slower(ONE_GP3_VOLUME, ofNode);
}

/** Memory of burstable types, GiB; larger than 2 vCPU from xlarge on. Source: Amazon EC2 user guide, "Specifications for general purpose instances". */
const T3_MEMORY_GIB: Readonly<Record<string, number>> = { micro: 1, small: 2, medium: 4, large: 8, xlarge: 16, '2xlarge': 32 };

/** vCPU of a size, which is the same in all families here. Source: as above. */
function vcpuOf(size: string): number {
  const [, times = '1'] = /^(\d*)xlarge$/.exec(size) ?? [];
  return size.endsWith('xlarge') ? 4 * Number(times || 1) : 2;
}

function slowestNode({ vcpu, memoryGib }: Container, burstable: boolean): VolumeSpeed | undefined {
  const fixed = [M5, M6G, M6I, M7G].flatMap((family) => Object.entries(family));
  const bursting = burstable ? Object.entries(T3).filter(([size]) => (T3_MEMORY_GIB[size] ?? 0) >= memoryGib) : [];
  const speeds = [...fixed, ...bursting].filter(([size]) => vcpuOf(size) >= vcpu).map(([, baseline]) => speedOf(baseline));
  return speeds.length === 0 ? undefined : speeds.reduce(slower);
}
