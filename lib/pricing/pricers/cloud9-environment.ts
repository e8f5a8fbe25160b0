import type { Charge, Pricer } from '../pricer';
import { instanceCharges, instanceSettings } from './instance';
import { optionalNumber, requiredText } from './properties';
import { addressIn } from './public-address';
import { ONE } from './quantities';

/** Root volume of an environment, gp2. Source: https://aws.amazon.com/cloud9/pricing/, pricing example. */
const VOLUME_GB = 10;

/**
 * Development environment of AWS Cloud9: its instance, which runs all the time, or stops while it is unused (low: it never runs), and its
 * volume. AWS Cloud9 has no charge of its own. Source: https://aws.amazon.com/cloud9/pricing/.
 */
export const cloud9Environment: Pricer = {
  types: ['AWS::Cloud9::EnvironmentEC2'],
  charges: (resource, context) => {
    const { properties } = resource;
    const disk = { DeviceName: '/dev/xvda', Ebs: { VolumeSize: VOLUME_GB } };
    const instance = { InstanceType: requiredText(properties, 'InstanceType'), BlockDeviceMappings: [disk] };
    const publicAddress = addressIn(properties.SubnetId === undefined ? [] : [properties.SubnetId], context);
    const charges = instanceCharges(resource, { ...instanceSettings(instance, {}, context), publicAddress }, ONE, context);
    const stops = (optionalNumber(properties, 'AutomaticStopTimeMinutes') ?? 0) > 0;
    return stops
      ? charges.map((charge) => (isOfRunning(charge) ? { ...charge, quantity: { ...charge.quantity, low: 0 } } : charge))
      : charges;
  },
};

/** Charges that a stopped instance does not have. */
function isOfRunning({ kind }: Charge): boolean {
  return kind === 'instance-hours' || kind === 'public-ipv4-hours';
}
