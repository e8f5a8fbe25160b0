import { billedAs } from '../../core/free-reason';
import { certain } from '../../core/interval';
import { SECONDS_PER_MONTH } from '../../core/time';
import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { pointedAt } from './following';
import { functionSize } from './lambda-size';
import { object, requiredNumber } from './properties';
import { exact } from './quantities';

const FUNCTION = { type: 'AWS::Lambda::Function', nameKey: 'FunctionName' } as const;

/** Version or alias of a Lambda function: a part of the function, and its provisioned concurrency, which is charged all the time. */
export const lambdaVersion: Pricer = {
  types: ['AWS::Lambda::Alias', 'AWS::Lambda::Version'],
  charges: ({ properties }, context) => {
    if (properties.ProvisionedConcurrencyConfig === undefined) return [];
    const concurrency = requiredNumber(object(properties, 'ProvisionedConcurrencyConfig'), 'ProvisionedConcurrentExecutions');
    const target = pointedAt(properties, 'FunctionName', FUNCTION, context);
    if (target?.type !== FUNCTION.type) throw new UnreadableProperty({ kind: 'outside-template', resource: 'function' });
    const { architecture, memoryGb } = functionSize(target, context);
    return [
      {
        kind: 'function-concurrency-gb-seconds',
        details: [architecture, `${memoryGb * 1_024} MB`],
        sku: `lambda/${architecture}/provisioned-concurrency`,
        quantity: exact(certain(concurrency * memoryGb * SECONDS_PER_MONTH)),
        group: 'compute',
      },
    ];
  },
  freeReason: () => billedAs('function'),
};
