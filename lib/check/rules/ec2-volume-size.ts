import { EBS_SIZES_GIB } from '../../catalog/ebs-volume-sizes';
import type { Rule } from '../rule';
import { numberAt, stringAt } from '../values';

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
      const range = typeof type === 'string' && Object.hasOwn(EBS_SIZES_GIB, type) ? EBS_SIZES_GIB[type] : undefined;
      if (range === undefined || typeof size !== 'number' || (size >= range[0] && size <= range[1])) continue;
      const expected = `${range[0]} to ${range[1]} GiB for ${String(type)}`;
      yield { resource: volume, path: 'Properties.Size', received: String(size), expected };
    }
  },
};
