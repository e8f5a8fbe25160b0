import { noCharge } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { optionalText, type Properties } from './properties';
import { ONE } from './quantities';

/** SSM parameter. Standard parameters have no charge; advanced parameters have one. */
export const ssmParameter: Pricer = {
  types: ['AWS::SSM::Parameter'],
  charges: ({ properties }) =>
    isAdvanced(properties)
      ? [
          {
            kind: 'advanced-parameters',
            sku: 'ssm/advanced-parameter',
            quantity: ONE,
            group: 'observability and security',
          },
        ]
      : [],
  freeReason: ({ properties }) => (isAdvanced(properties) ? undefined : noCharge('standard-parameters')),
};

function isAdvanced(properties: Properties): boolean {
  return (optionalText(properties, 'Tier') ?? 'Standard') !== 'Standard';
}
