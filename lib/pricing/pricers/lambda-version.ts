import { type Pricer, UnreadableProperty } from '../pricer';

/** Version or alias of a Lambda function. It is a part of the function, unless it has provisioned concurrency. */
export const lambdaVersion: Pricer = {
  types: ['AWS::Lambda::Alias', 'AWS::Lambda::Version'],
  charges: ({ properties }) => {
    if (properties.ProvisionedConcurrencyConfig === undefined) return [];
    throw new UnreadableProperty('no list price of provisioned concurrency is known');
  },
  freeReason: () => 'billed as the function',
};
