import type { Rule } from '../rule';
import { numberAt, stringAt } from '../values';

/** Least and most GiB of a volume by type. Source: the cited page, Size. */
const SIZES_GIB: Readonly<Record<string, readonly [least: number, most: number]>> = {
  gp2: [1, 16_384],
  gp3: [1, 65_536],
  io1: [4, 16_384],
  io2: [4, 65_536],
  st1: [125, 16_384],
  sc1: [125, 16_384],
  standard: [1, 1_024],
};

export const ec2VolumeSize: Rule = {
  id: 'ec2-volume-size',
  severity: 'error',
  description: 'Volume has a size that its type does not offer',
  fix: 'Change Size or VolumeType',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html',
  *check(context) {
    for (const volume of context.ofType('AWS::EC2::Volume')) {
      const type = stringAt(volume.properties, 'VolumeType') ?? 'gp2';
      const size = numberAt(volume.properties, 'Size');
      const range = typeof type === 'string' && Object.hasOwn(SIZES_GIB, type) ? SIZES_GIB[type] : undefined;
      if (range === undefined || typeof size !== 'number' || (size >= range[0] && size <= range[1])) continue;
      const expected = `${range[0]} to ${range[1]} GiB for ${String(type)}`;
      yield { resource: volume, path: 'Properties.Size', received: String(size), expected };
    }
  },
};
