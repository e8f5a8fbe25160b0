import type { TemplateResource } from '../../cloudformation/template-resource';
import type { CheckContext } from '../check-context';
import type { Rule } from '../rule';
import { isAbsent, isKnownNumber, itemsAt, numberAt, rawAt, stringAt } from '../values';

/** IOPS for each GiB, at most. Source: Amazon EBS User Guide, General Purpose SSD volumes and Provisioned IOPS SSD volumes. */
const IOPS_PER_GIB: Readonly<Record<string, number>> = { gp3: 500, io1: 50, io2: 1000 };
/** MiB/s for each provisioned IOPS of gp3, at most, and the IOPS that it has without a setting. */
const MIBPS_PER_IOPS = 0.25;
const BASELINE_IOPS = 3000;

export const ec2VolumePerformance: Rule = {
  id: 'ec2-volume-performance',
  severity: 'error',
  description: 'Volume has more IOPS than its size allows, more throughput than its IOPS allow, or lacks the IOPS that its type requires',
  fix: 'Change Iops, Throughput or the size: gp3 allows 500 IOPS for each GiB and 0.25 MiB/s for each IOPS, io1 allows 50 IOPS for each GiB, io2 1000',
  citation: 'https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html',
  unsettled:
    'The page states gp3. io1 and io2 are stated separately: https://docs.aws.amazon.com/ebs/latest/userguide/provisioned-iops.html',
  *check(context) {
    for (const { resource, path, disk, size } of disksOf(context)) {
      const type = stringAt(disk, 'VolumeType');
      const perGib = typeof type === 'string' && Object.hasOwn(IOPS_PER_GIB, type) ? IOPS_PER_GIB[type] : undefined;
      if (perGib === undefined) continue;
      const [gib, iops, mibps] = [numberAt(disk, size), numberAt(disk, 'Iops'), numberAt(disk, 'Throughput')];
      if (type !== 'gp3' && isAbsent(disk, 'Iops')) yield { resource, path: `${path}.Iops`, expected: `a number for ${String(type)}` };
      // gp3 has its baseline at any size.
      const most = isKnownNumber(gib) ? Math.max(gib * perGib, type === 'gp3' ? BASELINE_IOPS : 0) : Number.POSITIVE_INFINITY;
      if (isKnownNumber(iops) && iops > most)
        yield { resource, path: `${path}.Iops`, received: `${iops} for ${String(gib)} GiB`, expected: `at most ${most}` };
      const provisioned = iops ?? BASELINE_IOPS;
      if (type !== 'gp3' || !isKnownNumber(mibps) || !isKnownNumber(provisioned)) continue;
      if (mibps > provisioned * MIBPS_PER_IOPS)
        yield {
          resource,
          path: `${path}.Throughput`,
          received: `${mibps} with ${provisioned} IOPS`,
          expected: `at most ${provisioned * MIBPS_PER_IOPS}`,
        };
    }
  },
};

interface Disk {
  readonly resource: TemplateResource;
  readonly path: string;
  readonly disk: unknown;
  /** Name of the property with the GiB. */
  readonly size: 'Size' | 'VolumeSize';
}

/** Volumes, and the disks of launch templates and instances. */
function disksOf(context: CheckContext): readonly Disk[] {
  const volumes = context
    .ofType('AWS::EC2::Volume')
    .map((resource) => ({ resource, path: 'Properties', disk: resource.properties, size: 'Size' as const }));
  const mapped = context.ofType('AWS::EC2::LaunchTemplate', 'AWS::EC2::Instance').flatMap((resource) => {
    const data = resource.type === 'AWS::EC2::Instance' ? [] : ['LaunchTemplateData'];
    return itemsAt(resource.properties, ...data, 'BlockDeviceMappings').map((mapping, index) => ({
      resource,
      path: `${['Properties', ...data].join('.')}.BlockDeviceMappings[${index}].Ebs`,
      disk: rawAt(mapping, 'Ebs'),
      size: 'VolumeSize' as const,
    }));
  });
  return [...volumes, ...mapped];
}
