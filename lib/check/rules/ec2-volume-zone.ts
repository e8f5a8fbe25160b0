import { areOtherZones, zoneOf } from '../network';
import type { Rule } from '../rule';

export const ec2VolumeZone: Rule = {
  id: 'ec2-volume-zone',
  severity: 'error',
  description: 'Volume is attached to an instance in another Availability Zone',
  fix: 'Create the volume in the AvailabilityZone of the instance',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachVolume.html',
  *check(context) {
    for (const { properties } of context.ofType('AWS::EC2::VolumeAttachment')) {
      const volume = context.targetOf('AWS::EC2::Volume', properties.VolumeId);
      const instance = context.targetOf('AWS::EC2::Instance', properties.InstanceId);
      if (volume === undefined || instance === undefined) continue;
      if (!areOtherZones(zoneOf(volume, context), zoneOf(instance, context))) continue;
      yield {
        resource: volume,
        path: 'Properties.AvailabilityZone',
        received: `another zone than that of ${instance.id}`,
        expected: `Fn::GetAtt ${instance.id}.AvailabilityZone`,
      };
    }
  },
};
