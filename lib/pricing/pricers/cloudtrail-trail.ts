import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { list, objects, type Properties } from './properties';
import { type UsageOf, usageCharge } from './quantities';

const EVENTS = 100_000;

/**
 * Trail of CloudTrail: copies of management events after the first one, data events where the trail selects them, and the events that
 * Insights analyzes.
 */
export const cloudtrailTrail: Pricer = {
  types: ['AWS::CloudTrail::Trail'],
  charges: (resource, context) => {
    const categories = categoriesOf(resource.properties);
    if (categories.has('NetworkActivity')) {
      throw new UnreadableProperty({ kind: 'unlisted-extra', property: 'AdvancedEventSelectors', feature: 'network activity events' });
    }
    const usage = (charge: Omit<UsageOf, 'group' | 'per'>) =>
      usageCharge(resource, context, { ...charge, group: 'observability and security', per: EVENTS });
    return [
      usage({ kind: 'trail-management-events', sku: 'cloudtrail/management-events', key: 'copiedManagementEvents' }),
      ...(categories.has('Data') ? [usage({ kind: 'trail-data-events', sku: 'cloudtrail/data-events', key: 'dataEvents' })] : []),
      ...(list(resource.properties, 'InsightSelectors').length > 0
        ? [usage({ kind: 'trail-insights-events', sku: 'cloudtrail/insights', key: 'analyzedEvents' })]
        : []),
    ];
  },
};

/** Categories of the selected events: `Data`, `Management`, `NetworkActivity`. */
function categoriesOf(properties: Properties): ReadonlySet<unknown> {
  const hasData = objects(properties, 'EventSelectors').some((selector) => list(selector, 'DataResources').length > 0);
  const fields = objects(properties, 'AdvancedEventSelectors').flatMap((selector) => objects(selector, 'FieldSelectors'));
  const categories = fields.filter(({ Field }) => Field === 'eventCategory').flatMap((field) => list(field, 'Equals'));
  return new Set([...categories, ...(hasData ? ['Data'] : [])]);
}
