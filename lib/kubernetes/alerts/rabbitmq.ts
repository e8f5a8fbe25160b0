import type { ResolvedQueue } from '../../blueprint';
import { type Alert, atLevels, levelOf } from './alert';
import type { Store } from './store';

/** RabbitMQ by its own plugin. */
export function rabbitmqAlerts({ scope, all }: Store, { id }: ResolvedQueue): Alert[] {
  const look = `kubectl -n ${scope.namespace} exec {{ $labels.pod }} -- rabbitmqctl list_queues name messages_ready messages_unacknowledged consumers`;
  const ready = `max by (namespace, queue) (rabbitmq_detailed_queue_messages_ready${all})`;
  return [
    ...atLevels(levelOf(scope, 'queue-depth', id), (level) => ({
      name: 'QueueBacklog',
      component: id,
      expr: `${ready} > ${level}`,
      summary: `more than ${level} messages wait in {{ $labels.queue }}`,
      description: '{{ $value }} messages wait; workers do not keep up.',
      runbook: `kubectl -n ${scope.namespace} get scaledobject,hpa: are the workers at their maximum? Then raise it in the tier; else their log says what they wait for.`,
    })),
    {
      name: 'QueueWithoutConsumers',
      severity: 'critical',
      component: id,
      expr: [`${ready} > 0`, `unless max by (namespace, queue) (rabbitmq_detailed_queue_consumers${all}) > 0`].join('\n'),
      forMinutes: 5,
      summary: 'nobody works on {{ $labels.queue }}',
      description: '{{ $value }} messages wait, and no worker is connected. A queue of dead letters needs somebody to look at it.',
      runbook: `kubectl -n ${scope.namespace} get pods: are the workers up? Their log: a changed password or a closed network path.`,
    },
    {
      name: 'QueueStuck',
      severity: 'critical',
      component: id,
      expr: [
        `max by (namespace, queue) (rabbitmq_detailed_queue_messages_unacked${all}) > 0`,
        `and on (namespace, queue) sum by (namespace, queue) (increase(rabbitmq_detailed_queue_messages_acked_total${all}[15m])) == 0`,
      ].join('\n'),
      forMinutes: 15,
      summary: 'work on {{ $labels.queue }} does not finish',
      description: 'Workers hold {{ $value }} messages and have finished none in a quarter of an hour.',
      runbook: `Logs of the workers: an external service that does not answer, or one message that each of them fails on; ${look}.`,
    },
    {
      name: 'QueueBlocked',
      severity: 'critical',
      component: id,
      expr: `rabbitmq_alarms_memory_used_watermark${all} == 1 or rabbitmq_alarms_free_disk_space_watermark${all} == 1`,
      forMinutes: 1,
      summary: '{{ $labels.pod }} accepts no messages',
      description: 'RabbitMQ has too little memory or disk left, and blocks everybody who publishes without an error.',
      runbook: `${look}: drain or purge what waits, and find why nobody works on it.`,
    },
  ];
}
