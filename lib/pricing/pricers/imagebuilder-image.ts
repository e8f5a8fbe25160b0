import type { Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { followed } from './following';
import { list, type Properties, shownValue } from './properties';
import { eitherOf, usageCharge } from './quantities';

/**
 * Images of EC2 Image Builder, which has no charge itself: the hours of the instances that build and test them, and the snapshots of the
 * images. Of several instance types, one that is available is used: low and mid have the cheapest one, high the most expensive one. Source: https://aws.amazon.com/image-builder/pricing/.
 */
export const imagebuilderImage: Pricer = {
  types: ['AWS::ImageBuilder::Image', 'AWS::ImageBuilder::ImagePipeline'],
  charges: (resource, context) => {
    const settings = followed(resource.properties.InfrastructureConfigurationArn, context);
    if (settings?.type !== 'AWS::ImageBuilder::InfrastructureConfiguration') {
      throw new UnreadableProperty({ kind: 'outside-template', resource: 'build-infrastructure' });
    }
    const hours = instanceTypes(settings.properties, context).map((instanceType) =>
      usageCharge(resource, context, {
        kind: 'instance-hours',
        details: [instanceType],
        sku: `ec2/${instanceType}`,
        group: 'compute',
        key: 'imageBuildHours',
      }),
    );
    const [cheapest, dearest] = [hours[0], hours.at(-1)];
    return [
      ...(cheapest === undefined || dearest === undefined || hours.length === 1 ? hours : eitherOf(cheapest, dearest)),
      usageCharge(resource, context, {
        kind: 'volume-snapshot-gb-months',
        sku: 'ebs/snapshots',
        group: 'storage and backup',
        key: 'backupGb',
      }),
    ];
  },
};

/** The instance types, the cheapest one first and one without a price last. */
function instanceTypes(settings: Properties, { unitUsdOf }: PricingContext): readonly string[] {
  const types = list(settings, 'InstanceTypes').map((type) => {
    if (typeof type === 'string') return type;
    throw new UnreadableProperty({ kind: 'known-at-deployment', property: 'InstanceTypes', shown: shownValue(type) });
  });
  if (types.length === 0) throw new UnreadableProperty({ kind: 'chosen-by-aws', property: 'InstanceTypes', by: 'aws' });
  const usd = (type: string) => unitUsdOf(`ec2/${type}`) ?? Number.MAX_VALUE;
  return [...types].sort((a, b) => usd(a) - usd(b));
}
