import { sameValueKey } from '../check-context';
import { duplicates } from '../duplicates';
import type { Rule } from '../rule';

export const efsMountTarget: Rule = {
  id: 'efs-mount-target',
  severity: 'error',
  description: 'Two mount targets of a file system are in one subnet, of which each zone may have one',
  fix: 'Create one mount target in each Availability Zone',
  citation: 'https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html',
  *check(context) {
    const targets = context.ofType('AWS::EFS::MountTarget');
    const keyOf = ({ properties }: (typeof targets)[number]) => sameValueKey([properties.FileSystemId, properties.SubnetId]);
    for (const { resource, other } of duplicates(context, targets, keyOf))
      yield { resource, path: 'Properties.SubnetId', received: `the subnet of ${other.id}`, expected: 'a subnet of another zone' };
  },
};
