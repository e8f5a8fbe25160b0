import { billedAs } from '../../core/free-reason';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';

/** Version or alias of a Lambda function. It is a part of the function, unless it has provisioned concurrency. */
export const lambdaVersion: Pricer = {
  types: ['AWS::Lambda::Alias', 'AWS::Lambda::Version'],
  charges: ({ properties }) => {
    if (properties.ProvisionedConcurrencyConfig === undefined) return [];
    throw new UnreadableProperty({ kind: 'unlisted-service', service: 'provisioned-concurrency' });
  },
  freeReason: () => billedAs('function'),
};
