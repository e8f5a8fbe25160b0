import { has, isByDefault, isOther } from '../property-condition';
import { absent, noneOf, oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const ec2VolumeSetting: Rule = {
  id: 'ec2-volume-setting',
  severity: 'error',
  description: 'Volume has IOPS, throughput or Multi-Attach that its type does not offer, or a KMS key without encryption',
  fix: 'Set Iops for gp3, io1 and io2 only, Throughput for gp3 only, MultiAttachEnabled for io1 and io2 only, and Encrypted to true with KmsKeyId',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::EC2::Volume',
      when(isByDefault('VolumeType', 'gp2', 'st1', 'sc1', 'standard'), absent('Iops')),
      when(isOther('VolumeType', 'gp3'), absent('Throughput')),
      when(isByDefault('VolumeType', 'gp2', 'gp3', 'st1', 'sc1', 'standard'), noneOf('MultiAttachEnabled', 'true')),
      when(has('KmsKeyId'), oneOf('Encrypted', ['true'], 'false')),
    ),
};
