import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Pricer, PricingContext } from '../pricer';
import { allFollowed, oncePerTemplate } from './following';
import { flag } from './properties';
import { usageCharge } from './quantities';

/** SQS queue, charged by requests. Declared requests of a component belong to its queue, not to its dead-letter queue. */
export const sqsQueue: Pricer = {
  types: ['AWS::SQS::Queue'],
  charges: (resource, context) => {
    const kind = flag(resource.properties, 'FifoQueue', false) ? 'fifo' : 'standard';
    return [
      usageCharge(resource, context, {
        kind: 'queue-requests',
        details: [kind === 'fifo' ? 'FIFO' : 'Standard'],
        sku: `sqs/${kind}`,
        group: 'compute',
        key: takesDeadLetters(resource, context) ? 'deadLetterRequests' : 'queueRequests',
        per: 1_000_000,
      }),
    ];
  },
};

const deadLetterQueues = oncePerTemplate((context) => {
  const targets = context.ofType('AWS::SQS::Queue').flatMap(({ properties }) => allFollowed(properties.RedrivePolicy, context));
  return new Set(targets.map(({ id }) => id));
});

function takesDeadLetters(queue: TemplateResource, context: PricingContext): boolean {
  return deadLetterQueues(context).has(queue.id);
}
