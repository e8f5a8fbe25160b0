import type { Pricer } from '../pricer';
import { usageCharge } from './quantities';

/** SNS topic, charged by published messages. */
export const snsTopic: Pricer = {
  types: ['AWS::SNS::Topic'],
  charges: (resource, context) => [
    usageCharge(resource, context, {
      kind: 'topic-messages',
      sku: 'sns/requests',
      group: 'observability and security',
      key: 'publishedMessages',
      per: 1_000_000,
    }),
  ],
};
