import type { TemplateResource } from '../../cloudformation/template-resource';
import { type CheckContext, sameValueKey } from '../check-context';
import { duplicates } from '../duplicates';
import { areOtherZones, zoneOf } from '../network';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const efsMountTarget: Rule = {
  id: 'efs-mount-target',
  severity: 'error',
  description:
    'Two mount targets of a file system are in one subnet or zone, of which each zone may have one, or a mount target is outside the zone of a One Zone file system',
  fix: 'Create one mount target in each Availability Zone, and only one in the zone of a One Zone file system',
  citation: 'https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html',
  *check(context) {
    const targets = context.ofType('AWS::EFS::MountTarget');
    for (const { resource, other } of duplicates(context, targets, (target) => placeKey(target, context)))
      yield { resource, path: 'Properties.SubnetId', received: `the subnet or zone of ${other.id}`, expected: 'a subnet of another zone' };
    for (const target of targets) yield* outsideOfOneZone(target, context);
  },
};

/** Equal for mount targets of a file system in one zone that has a name, or else in one subnet. */
function placeKey({ properties }: TemplateResource, context: CheckContext): string {
  const subnet = context.targetOf('AWS::EC2::Subnet', properties.SubnetId);
  const zone = subnet === undefined || context.isConditional(subnet) ? undefined : zoneOf(subnet, context);
  return sameValueKey([properties.FileSystemId, typeof zone === 'string' ? zone : properties.SubnetId]);
}

function* outsideOfOneZone(target: TemplateResource, context: CheckContext): Generator<Violation> {
  const files = context.targetOf('AWS::EFS::FileSystem', target.properties.FileSystemId);
  const subnet = context.targetOf('AWS::EC2::Subnet', target.properties.SubnetId);
  const zone = files?.properties.AvailabilityZoneName;
  if (files === undefined || subnet === undefined || zone === undefined || !areOtherZones(zone, zoneOf(subnet, context))) return;
  yield { resource: target, path: 'Properties.SubnetId', received: subnet.id, expected: `a subnet in the zone of ${files.id}` };
}
