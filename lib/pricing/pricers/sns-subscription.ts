import type { TemplateResource } from '../../cloudformation/template-resource';
import { billedAs } from '../../core/free-reason';
import type { Pricer, PricingContext } from '../pricer';
import { followed } from './following';
import { flag, requiredText } from './properties';
import { MILLION, usageCharge } from './quantities';
import { deliveryOf } from './sns-deliveries';

const GROUP = 'observability and security';

/** Subscription of a topic, charged by deliveries. A FIFO topic delivers to queues only, which has a price there. */
export const snsSubscription: Pricer = {
  types: ['AWS::SNS::Subscription'],
  charges: (resource, context) => {
    const delivered = { group: GROUP, key: 'deliveredMessages', per: MILLION } as const;
    if (isOfFifoTopic(resource, context)) {
      return [
        usageCharge(resource, context, { ...delivered, kind: 'topic-deliveries', details: ['FIFO'], sku: 'sns/fifo/deliveries' }),
        usageCharge(resource, context, {
          kind: 'topic-gb',
          details: ['delivered'],
          sku: 'sns/fifo/delivered-data',
          group: GROUP,
          key: 'retrievedGb',
        }),
      ];
    }
    const delivery = deliveryOf(requiredText(resource.properties, 'Protocol'));
    return delivery === undefined ? [] : [usageCharge(resource, context, { ...delivered, ...delivery })];
  },
  freeReason: () => billedAs('topic-messages'),
};

function isOfFifoTopic({ properties }: TemplateResource, context: PricingContext): boolean {
  if (typeof properties.TopicArn === 'string') return properties.TopicArn.endsWith('.fifo');
  const topic = followed(properties.TopicArn, context);
  return topic !== undefined && topic.type === 'AWS::SNS::Topic' && flag(topic.properties, 'FifoTopic', false);
}
