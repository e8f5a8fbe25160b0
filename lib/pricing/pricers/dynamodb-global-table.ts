import type { TemplateResource } from '../../cloudformation/template-resource';
import { certain, type Interval } from '../../core/interval';
import type { Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { type ProvisionedCapacity, tableCharges } from './dynamodb-charges';
import { object, objects, optionalNumber, optionalText, type Properties, requiredNumber, requiredText } from './properties';
import { scaledCount } from './scaling';

/**
 * Global table of DynamoDB, which the CDK uses for every table of its newer construct. One with replicas in other regions has charges
 * of these regions, and no price here.
 */
export const dynamodbGlobalTable: Pricer = {
  types: ['AWS::DynamoDB::GlobalTable'],
  charges: (resource, context) => {
    const { properties } = resource;
    const [replica, another] = objects(properties, 'Replicas');
    if (replica === undefined) throw new UnreadableProperty({ kind: 'missing', property: 'Replicas' });
    if (another !== undefined) {
      throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'Replicas', feature: 'replicas in other regions' });
    }
    const isOnDemand = (optionalText(properties, 'BillingMode') ?? 'PROVISIONED') === 'PAY_PER_REQUEST';
    const table = {
      resource,
      settings: replica,
      provisioned: isOnDemand ? undefined : provisionedCapacity(resource, replica, context),
      hasStream: properties.StreamSpecification !== undefined,
    };
    return tableCharges(table, context);
  },
};

function provisionedCapacity(resource: TemplateResource, replica: Properties, context: PricingContext): readonly ProvisionedCapacity[] {
  const { properties } = resource;
  const readOf = (settings: Properties) => units(object(settings, 'ReadProvisionedThroughputSettings'), 'ReadCapacity', resource, context);
  const writeOf = (settings: Properties) =>
    units(object(settings, 'WriteProvisionedThroughputSettings'), 'WriteCapacity', resource, context);
  const replicaIndexes = new Map(objects(replica, 'GlobalSecondaryIndexes').map((index) => [requiredText(index, 'IndexName'), index]));
  const indexes = objects(properties, 'GlobalSecondaryIndexes').map((index) => {
    const name = requiredText(index, 'IndexName');
    return { index: name, read: readOf(replicaIndexes.get(name) ?? {}), write: writeOf(index) };
  });
  return [{ read: readOf(replica), write: writeOf(properties) }, ...indexes];
}

/** Capacity units: fixed, or the bounds of autoscaling, which starts with the seed capacity. */
function units(
  settings: Properties,
  prefix: 'ReadCapacity' | 'WriteCapacity',
  resource: TemplateResource,
  context: PricingContext,
): Interval {
  const scaling = object(settings, `${prefix}AutoScalingSettings`);
  if (Object.keys(scaling).length === 0) return certain(requiredNumber(settings, `${prefix}Units`));
  const initial = optionalNumber(scaling, 'SeedCapacity');
  const bounds = { min: requiredNumber(scaling, 'MinCapacity'), max: requiredNumber(scaling, 'MaxCapacity') };
  return scaledCount(resource, { ...bounds, ...(initial !== undefined && { initial }) }, context);
}
