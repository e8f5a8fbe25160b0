import { scaleInterval } from '../../core/interval';
import type { Pricer } from '../pricer';
import { list, object } from './properties';
import { type UsageOf, usageCharge } from './quantities';

const GROUP = 'compute';

/** Rule of AWS IoT Core: each message that triggers it, and each action that it executes then. */
export const iotTopicRule: Pricer = {
  types: ['AWS::IoT::TopicRule'],
  charges: (resource, context) => {
    const actions = list(object(resource.properties, 'TopicRulePayload'), 'Actions').length;
    const usage = (charge: Pick<UsageOf, 'kind' | 'sku'>) =>
      usageCharge(resource, context, { ...charge, group: GROUP, key: 'invocations', per: 1_000_000 });
    const executed = usage({ kind: 'device-rule-actions', sku: 'iot/rule-actions' });
    return [
      usage({ kind: 'device-rule-triggers', sku: 'iot/rule-triggers' }),
      { ...executed, quantity: scaleInterval(executed.quantity, actions) },
    ];
  },
};
