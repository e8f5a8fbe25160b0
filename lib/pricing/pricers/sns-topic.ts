import type { Charge, Pricer } from '../pricer';
import { flag, objects, requiredText } from './properties';
import { MILLION, usageCharge } from './quantities';
import { deliveryOf } from './sns-deliveries';

const GROUP = 'observability and security';

/**
 * SNS topic, charged by published messages. A FIFO topic has prices of its own for messages and their data. A subscription inside the
 * topic receives each message, because it has no filter.
 */
export const snsTopic: Pricer = {
  types: ['AWS::SNS::Topic'],
  charges: (resource, context) => {
    const published = { group: GROUP, key: 'publishedMessages', per: MILLION } as const;
    if (flag(resource.properties, 'FifoTopic', false)) {
      return [
        usageCharge(resource, context, { ...published, kind: 'topic-messages', details: ['FIFO'], sku: 'sns/fifo/requests' }),
        usageCharge(resource, context, { kind: 'topic-gb', details: ['published'], sku: 'sns/fifo/data', group: GROUP, key: 'ingestedGb' }),
      ];
    }
    const deliveries = objects(resource.properties, 'Subscription').flatMap((subscription): readonly Charge[] => {
      const delivery = deliveryOf(requiredText(subscription, 'Protocol'));
      return delivery === undefined ? [] : [usageCharge(resource, context, { ...published, ...delivery })];
    });
    return [usageCharge(resource, context, { ...published, kind: 'topic-messages', sku: 'sns/requests' }), ...deliveries];
  },
};
