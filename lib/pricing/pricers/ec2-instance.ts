import type { Pricer } from '../pricer';
import { instanceCharges, instanceSettings, launchTemplateData } from './instance';
import { object } from './properties';
import { addressIn, hasElasticIp } from './public-address';
import { ONE } from './quantities';

/** Instance type of an instance that names none. Source: AWS SDK for .NET, RunInstancesRequest.InstanceType: "Default: m1.small". */
const DEFAULT_TYPE = 'm1.small';

/** EC2 instance: hours, volumes, public address, and CPU credits above the baseline of a burstable type. */
export const ec2Instance: Pricer = {
  types: ['AWS::EC2::Instance'],
  charges: (resource, context) => {
    const { properties } = resource;
    const template = properties.LaunchTemplate === undefined ? {} : launchTemplateData(object(properties, 'LaunchTemplate'), context);
    const settings = instanceSettings(properties, template, context, DEFAULT_TYPE);
    const address = addressIn(properties.SubnetId === undefined ? [] : [properties.SubnetId], context);
    const publicAddress = hasElasticIp(resource, context) ? 'no' : (settings.publicAddress ?? address);
    return instanceCharges(resource, { ...settings, publicAddress }, ONE, context);
  },
};
