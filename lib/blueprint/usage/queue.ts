import type { UsageQuantity } from '../../contract/usage';
import { addIntervals, certain, scaleInterval } from '../../core/interval';
import { SECONDS_PER_MONTH } from '../../core/time';
import type { ResolvedQueue } from '../resolved-component';
import { type Facts, quantity } from './facts';
import { logUsage } from './logs';
import { secretUsage } from './secrets';

/** Requests per message: send, receive and delete. */
const QUEUE_REQUESTS_PER_MESSAGE = 3;

/** Long polling waits at most 20 s, so an idle worker polls three times per minute. Source: Amazon SQS developer guide. */
const POLL_SECONDS = 20;

/** Log volume of a broker, which logs starts and connections. */
const BROKER_LOG_GB = 0.01;

/** Usage of a queue. */
export function queueUsage({ id, deployment }: ResolvedQueue, facts: Facts): UsageQuantity[] {
  if (deployment === 'container') {
    return [secretUsage(id, facts), ...logUsage(id, certain(BROKER_LOG_GB), { kind: 'broker-log', logGb: BROKER_LOG_GB }, facts)];
  }
  const deadLetters = quantity(id, 'deadLetterRequests', certain(0), { kind: 'dead-letters-unpolled' });
  const { tier, components, eventsPerMonth } = facts;
  const queue = tier.components[id];
  // Without an operation the number of messages is unknown: a quantity that is not declared has no price.
  if (queue?.kind !== 'queue' || queue.messages === undefined) return [deadLetters];
  const messages = eventsPerMonth(queue.messages);
  const workers = Object.values(components).filter((component) => component.kind === 'service' && component.worksOn === id);
  const consumers = workers.reduce((sum, worker) => sum + (worker.kind === 'service' ? worker.instances.expected * worker.workers : 0), 0);
  const polls = certain((consumers * SECONDS_PER_MONTH) / POLL_SECONDS);
  return [
    quantity(id, 'queueRequests', addIntervals(scaleInterval(messages, QUEUE_REQUESTS_PER_MESSAGE), polls), {
      kind: 'queue-requests',
      requestsPerMessage: QUEUE_REQUESTS_PER_MESSAGE,
      messages: messages.mid,
      workers: consumers,
      pollSeconds: POLL_SECONDS,
    }),
    deadLetters,
  ];
}
