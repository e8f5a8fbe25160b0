import { type Pricer, UnreadableProperty } from '../pricer';

/** A version or another name of a function: a part of it, unless it keeps machines of its own warm. */
export const lambdaVersion: Pricer = {
  types: ['AWS::Lambda::Alias', 'AWS::Lambda::Version'],
  charges: ({ properties }) => {
    if (properties.ProvisionedConcurrencyConfig === undefined) return [];
    throw new UnreadableProperty('no list price of provisioned concurrency is known here');
  },
  freeReason: () => 'billed as the function',
};
