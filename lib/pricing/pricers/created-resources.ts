import type { Charge, Counted, UsageContext } from '../pricer';
import { usageCharge } from './quantities';

/**
 * Monthly cost of the resources that something creates when the template is deployed, in US dollars. The template does not contain them,
 * so their cost is usage: the estimate excludes it, and states so, until it is given.
 */
export function createdResources(resource: Counted, context: UsageContext, by: string): Charge {
  return usageCharge(resource, context, {
    kind: 'created-resources',
    details: [by],
    sku: 'cloudformation/created-resources',
    group: 'compute',
    key: 'createdResourcesUsd',
  });
}
