import type { TemplateResource } from '../../cloudformation/template-resource';
import { billedAs } from '../../core/free-reason';
import { certain, type Interval } from '../../core/interval';
import { SECONDS_PER_MONTH } from '../../core/time';
import type { Pricer, PricingContext } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { allFollowed, pointedAt } from './following';
import { functionSize } from './lambda-size';
import { object, requiredNumber } from './properties';
import { ofEach } from './quantities';
import { scaledCount, TARGET_TYPE, targetBounds } from './scaling';

const FUNCTION = { type: 'AWS::Lambda::Function', nameKey: 'FunctionName' } as const;

/** Provisioned concurrency of a version or an alias: as stated, or between the bounds of its scalable target. Undefined without either. */
function concurrencyOf(resource: TemplateResource, context: PricingContext): Interval | undefined {
  const { ProvisionedConcurrencyConfig: config } = resource.properties;
  const stated =
    config === undefined
      ? undefined
      : requiredNumber(object(resource.properties, 'ProvisionedConcurrencyConfig'), 'ProvisionedConcurrentExecutions');
  const target = context.ofType(TARGET_TYPE).find((each) => scales(each, resource, context));
  if (target === undefined) return stated === undefined ? undefined : certain(stated);
  return scaledCount(resource, { ...targetBounds(target), ...(stated !== undefined && { initial: stated }) }, context);
}

/** The resource id of the target is `function:<function>:<alias>`: a reference to the alias, or one to the function and the alias by name. */
function scales({ properties }: TemplateResource, alias: TemplateResource, context: PricingContext): boolean {
  if (properties.ScalableDimension !== 'lambda:function:ProvisionedConcurrency') return false;
  const mentioned = allFollowed(properties.ResourceId, context);
  if (mentioned.some(({ id }) => id === alias.id)) return true;
  const { Name: name } = alias.properties;
  const isNamed = typeof name === 'string' && JSON.stringify(properties.ResourceId).includes(`:${name}"`);
  const target = pointedAt(alias.properties, 'FunctionName', FUNCTION, context);
  const byName = `function:${target?.properties.FunctionName}:${name}`;
  return properties.ResourceId === byName || (isNamed && mentioned.some(({ id }) => id === target?.id));
}

/** Version or alias of a Lambda function: a part of the function, and its provisioned concurrency, which is charged all the time. */
export const lambdaVersion: Pricer = {
  types: ['AWS::Lambda::Alias', 'AWS::Lambda::Version'],
  charges: (resource, context) => {
    const { properties } = resource;
    const concurrency = concurrencyOf(resource, context);
    if (concurrency === undefined) return [];
    const target = pointedAt(properties, 'FunctionName', FUNCTION, context);
    if (target?.type !== FUNCTION.type) throw new UnreadableProperty({ kind: 'outside-template', resource: 'function' });
    const { architecture, memoryGb } = functionSize(target, context);
    return [
      {
        kind: 'function-concurrency-gb-seconds',
        details: [architecture, `${memoryGb * 1_024} MB`],
        sku: `lambda/${architecture}/provisioned-concurrency`,
        quantity: ofEach(concurrency, memoryGb * SECONDS_PER_MONTH),
        group: 'compute',
      },
    ];
  },
  freeReason: () => billedAs('function'),
};
