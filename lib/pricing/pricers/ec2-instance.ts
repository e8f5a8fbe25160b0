import type { Pricer } from '../pricer';
import { launchTemplateData, machineCharges, machineOf } from './machine';
import { object } from './properties';
import { hasElasticIp, isPublicSubnet } from './public-address';
import { ONE } from './quantities';

/** A machine: hours, disks, its public address, and what it may run above the baseline of a burstable type. */
export const ec2Instance: Pricer = {
  types: ['AWS::EC2::Instance'],
  charges: (resource, context) => {
    const { properties } = resource;
    const template = properties.LaunchTemplate === undefined ? {} : launchTemplateData(object(properties, 'LaunchTemplate'), context);
    const machine = machineOf(properties, template);
    const isPublic = machine.publicAddress ?? isPublicSubnet(properties.SubnetId, context);
    return machineCharges(resource, { ...machine, publicAddress: isPublic && !hasElasticIp(resource, context) }, ONE, context);
  },
};
