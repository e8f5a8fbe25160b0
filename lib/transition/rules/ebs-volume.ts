import { numberOf } from '../property-value';
import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Properties that CloudFormation neither updates nor replaces: "Update requires: Updates are not supported". */
const FIXED = ['AvailabilityZone', 'Encrypted', 'KmsKeyId', 'SnapshotId'];

export const ebsVolume: TransitionRule = {
  id: 'ebs-volume',
  description:
    'EC2 rejects a smaller size of a volume, a modification before the previous one is complete, and a fifth one in 24 hours; CloudFormation does not support another zone, encryption or snapshot',
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVolume.html',
    'https://docs.aws.amazon.com/ebs/latest/userguide/modify-volume-requirements.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-volume.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of context.updated('AWS::EC2::Volume')) {
      const { id, before, after } = change;
      const [old, next] = [numberOf(before, 'Size'), numberOf(after, 'Size')];
      const fixed = FIXED.filter((name) => changesProperty(change, name));
      if (fixed.length > 0) {
        const text = `${fixed.join(', ')}: CloudFormation does not support this update; create another volume from a snapshot, under another logical ID`;
        yield { resource: id, class: 'rejected', properties: fixed, text };
      }
      if (old !== undefined && next !== undefined && next < old) {
        yield { resource: id, class: 'rejected', properties: ['Size'], text: `the volume shrinks from ${old} to ${next} GiB` };
      } else if (changesProperty(change, 'Size') || changesProperty(change, 'VolumeType')) {
        const text =
          'accepted if the previous modification is complete, and at most three were made in the last 24 hours; the operating system must extend its file system';
        yield { resource: id, class: 'in-place', properties: ['Size', 'VolumeType'], text };
      }
    }
  },
};
