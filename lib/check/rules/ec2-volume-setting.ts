import { has, isByDefault, isOther } from '../property-condition';
import { absent, oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const ec2VolumeSetting: Rule = {
  id: 'ec2-volume-setting',
  severity: 'error',
  description: 'Volume has IOPS or throughput that its type does not offer, or a KMS key without encryption',
  fix: 'Set Iops for gp3, io1 and io2 only, Throughput for gp3 only, and Encrypted to true with KmsKeyId',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::EC2::Volume',
      when(isByDefault('VolumeType', 'gp2', 'st1', 'sc1', 'standard'), absent('Iops')),
      when(isOther('VolumeType', 'gp3'), absent('Throughput')),
      when(has('KmsKeyId'), oneOf('Encrypted', ['true'], 'false')),
    ),
};
