import type { TemplateResource } from '../../cloudformation/template-resource';
import { certain, type Interval } from '../../core/interval';
import type { Pricer, PricingContext } from '../pricer';
import { type ProvisionedCapacity, tableCharges } from './dynamodb-charges';
import { object, objects, optionalText, type Properties, requiredNumber, requiredText } from './properties';
import { scaledCount, targetedCount } from './scaling';

const TARGET_TYPE = 'AWS::ApplicationAutoScaling::ScalableTarget';
const SETTINGS = ['ContributorInsightsSpecification', 'KinesisStreamSpecification', 'PointInTimeRecoverySpecification', 'TableClass'];

/** DynamoDB table. Without BillingMode its capacity is provisioned. */
export const dynamodbTable: Pricer = {
  types: ['AWS::DynamoDB::Table'],
  charges: (resource, context) => {
    const { properties } = resource;
    const isOnDemand = (optionalText(properties, 'BillingMode') ?? 'PROVISIONED') === 'PAY_PER_REQUEST';
    const table = {
      resource,
      settings: Object.fromEntries(SETTINGS.map((key) => [key, properties[key]])),
      provisioned: isOnDemand ? undefined : provisionedCapacity(resource, context),
      hasStream: properties.StreamSpecification !== undefined,
    };
    return tableCharges(table, context);
  },
};

function provisionedCapacity(resource: TemplateResource, context: PricingContext): readonly ProvisionedCapacity[] {
  const { properties } = resource;
  const throughput = object(properties, 'ProvisionedThroughput');
  const ofTable = (unit: 'ReadCapacityUnits' | 'WriteCapacityUnits') =>
    targetedCount(resource, requiredNumber(throughput, unit), `dynamodb:table:${unit}`, context);
  const indexes = objects(properties, 'GlobalSecondaryIndexes').map((index) => indexCapacity(index, resource, context));
  return [{ read: ofTable('ReadCapacityUnits'), write: ofTable('WriteCapacityUnits') }, ...indexes];
}

function indexCapacity(index: Properties, table: TemplateResource, context: PricingContext): ProvisionedCapacity {
  const name = requiredText(index, 'IndexName');
  const throughput = object(index, 'ProvisionedThroughput');
  const units = (unit: 'ReadCapacityUnits' | 'WriteCapacityUnits') =>
    indexUnits(table, name, requiredNumber(throughput, unit), `dynamodb:index:${unit}`, context);
  return { index: name, read: units('ReadCapacityUnits'), write: units('WriteCapacityUnits') };
}

/** Units of an index: the bounds of a scalable target that names the table and the index, otherwise those of the index. */
function indexUnits(table: TemplateResource, index: string, initial: number, dimension: string, context: PricingContext): Interval {
  const target = context.ofType(TARGET_TYPE).find(({ properties }) => {
    const id = JSON.stringify(properties.ResourceId ?? '');
    const isOfTable =
      id.includes(`"${table.id}"`) || id.includes(`{${table.id}}`) || id.includes(`/${String(table.properties.TableName)}/`);
    return properties.ScalableDimension === dimension && isOfTable && id.includes(`/index/${index}"`);
  });
  if (target === undefined) return certain(initial);
  const bounds = { min: requiredNumber(target.properties, 'MinCapacity'), max: requiredNumber(target.properties, 'MaxCapacity'), initial };
  return scaledCount(table, bounds, context);
}
