import { zoneCountOf } from '../../catalog/zone-counts';
import type { TemplateResource } from '../../cloudformation/template-resource';
import { certain, type Interval } from '../../core/interval';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { knownWord, list } from './properties';
import { addressCharge } from './public-address';
import { hoursOf, ONE, usageCharge } from './quantities';

/**
 * NAT gateway: hours and processed gigabytes. Its public address is an Elastic IP, which is a resource of its own. A regional gateway is
 * charged for each zone in which it works, and allocates its addresses itself unless they are listed.
 */
export const ec2NatGateway: Pricer = {
  types: ['AWS::EC2::NatGateway'],
  charges: (resource, context) => [
    ...zoneCharges(resource, context),
    usageCharge(resource, context, { kind: 'nat-gateway-gb', sku: 'nat/data', group: 'transfer', key: 'natProcessedGb' }),
  ],
};

function zoneCharges({ properties }: TemplateResource, context: PricingContext): readonly Charge[] {
  const hours = (zones: Interval, details: readonly string[]): Charge => ({
    kind: 'nat-gateway-hours',
    details,
    sku: 'nat/hours',
    quantity: hoursOf(zones),
    group: 'network and balancer',
  });
  if (knownWord(properties, 'AvailabilityMode', ['zonal', 'regional'], 'zonal') === 'zonal') return [hours(ONE, [])];
  const listed = list(properties, 'AvailabilityZoneAddresses').length;
  if (listed > 0) return [hours(certain(listed), [`in ${listed} zones`])];
  const most = zoneCountOf(context.region);
  if (most === undefined) throw new UnreadableProperty({ kind: 'missing', property: 'AvailabilityZoneAddresses', of: 'regional' });
  const zones = { low: 1, mid: most, high: most };
  const details = [`in 1 to ${most} zones`];
  return [hours(zones, details), addressCharge(zones, details)];
}
