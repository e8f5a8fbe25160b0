import { BYTES_PER_MIB } from '../core/data-size';
import { rdsGp3Speed, type VolumeSpeed } from '../core/gp3';
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

/** The baseline of an instance class to its storage; undefined where it is not known here. */
export function classSpeed(instanceClass: string): VolumeSpeed | undefined {
  const baseline = BASELINES[familyOf(instanceClass)]?.[instanceClass.split('.').at(-1) ?? ''];
  if (baseline === undefined) return undefined;
  const [iops, mbps] = baseline;
  return { iops, mibps: (mbps * BITS_PER_MBIT) / BITS_PER_BYTE / BYTES_PER_MIB };
}

/** The slower one of the storage and the instance class of an RDS server; undefined where the baseline of the class is not known. */
export function rdsVolumeSpeed(instanceClass: string, storageGib: number, provisionedIops?: number): VolumeSpeed | undefined {
  const ofClass = classSpeed(instanceClass);
  if (ofClass === undefined) return undefined;
  const included = rdsGp3Speed(storageGib);
  return { iops: Math.min(provisionedIops ?? included.iops, ofClass.iops), mibps: Math.min(included.mibps, ofClass.mibps) };
}
