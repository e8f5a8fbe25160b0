import { noCharge } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { optionalText, type Properties } from './properties';
import { ONE, usageCharge } from './quantities';

/** Interactions in one unit of their price. */
const INTERACTIONS = 10_000;

/** SSM parameter. Standard parameters have no charge; advanced parameters have one. */
export const ssmParameter: Pricer = {
  types: ['AWS::SSM::Parameter'],
  charges: (resource, context) =>
    isAdvanced(resource.properties)
      ? [
          {
            kind: 'advanced-parameters',
            sku: 'ssm/advanced-parameter',
            quantity: ONE,
            group: 'observability and security',
          },
          usageCharge(resource, context, {
            kind: 'advanced-parameter-interactions',
            sku: 'ssm/advanced-interactions',
            group: 'observability and security',
            key: 'apiCalls',
            per: INTERACTIONS,
          }),
        ]
      : [],
  freeReason: ({ properties }) => (isAdvanced(properties) ? undefined : noCharge('standard-parameters')),
};

function isAdvanced(properties: Properties): boolean {
  return (optionalText(properties, 'Tier') ?? 'Standard') !== 'Standard';
}
