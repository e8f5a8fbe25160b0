import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Interval } from '../../core/interval';
import type { Charge, Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { pointedAt } from './following';
import { objects, optionalNumber, optionalText, type Properties, requiredText } from './properties';
import { hoursOf, ofEach, usageCharge } from './quantities';
import { targetedCount } from './scaling';

const CONFIG = { type: 'AWS::SageMaker::EndpointConfig', nameKey: 'EndpointConfigName' };
/** Scalable dimension of the instances of a variant. Source: Application Auto Scaling API reference, ScalableTarget. */
const DIMENSION = 'sagemaker:variant:DesiredInstanceCount';
/** Instances of a variant that states no number. Source: Amazon SageMaker API reference, ProductionVariant, InitialInstanceCount. */
const DEFAULT_COUNT = 1;
const WITH_GPU = /^ml\.(?:g|p)\d/;

/**
 * Endpoint of SageMaker AI: the instances of the variants of its configuration, which run until the endpoint is deleted, and their ML
 * storage volumes. Variants of serverless inference have no list price.
 */
export const sagemakerEndpoint: Pricer = {
  types: ['AWS::SageMaker::Endpoint'],
  charges: (resource, context) => {
    const config = pointedAt(resource.properties, 'EndpointConfigName', CONFIG, context);
    if (config === undefined) throw new UnreadableProperty({ kind: 'outside-template', resource: 'endpoint-configuration' });
    const variants = ['ProductionVariants', 'ShadowProductionVariants'].flatMap((key) => objects(config.properties, key));
    const only = variants.length === 1;
    return variants.flatMap((variant) => variantCharges(resource, variant, only, context));
  },
};

function variantCharges(resource: TemplateResource, variant: Properties, only: boolean, context: PricingContext): readonly Charge[] {
  if (variant.ServerlessConfig !== undefined) {
    throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'ServerlessConfig', feature: 'serverless inference' });
  }
  const instanceType = requiredText(variant, 'InstanceType');
  const name = optionalText(variant, 'VariantName');
  const details = [instanceType, 'endpoint', ...(only || name === undefined ? [] : [name])];
  const initial = optionalNumber(variant, 'InitialInstanceCount') ?? DEFAULT_COUNT;
  const count = targetedCount(resource, initial, DIMENSION, context);
  return [
    {
      kind: 'instance-hours',
      details,
      sku: `sagemaker/hosting/${instanceType}`,
      quantity: hoursOf(count),
      group: WITH_GPU.test(instanceType) ? 'gpu' : 'compute',
    },
    storage(resource, variant, count, context, details.slice(1)),
  ];
}

/** The ML storage volume of each instance. The size of one that states none depends on the instance type, and is usage. */
function storage(
  resource: TemplateResource,
  variant: Properties,
  count: Interval,
  context: PricingContext,
  details: readonly string[],
): Charge {
  const charge = {
    kind: 'volume-gb-months',
    details: ['ML storage', ...details],
    sku: 'sagemaker/hosting/storage',
    group: 'storage and backup',
  } as const;
  const sizeGb = optionalNumber(variant, 'VolumeSizeInGB');
  return sizeGb === undefined
    ? usageCharge(resource, context, { ...charge, key: 'storedGb' })
    : { ...charge, quantity: ofEach(count, sizeGb) };
}
