import type { ResolvedQueue } from '../../blueprint/resolved-component';
import { exactPercent } from '../../core/number-format';
import { failedQueueName } from '../cache/queue-names';
import { type Alert, atLevels, levelOf, matching } from './alert';
import type { Store } from './store';

/** Commands that remove messages from a list; blocking commands count when they return one. */
const TAKING = 'b?[lr]pop|b?lmove|b?rpoplpush|b?lmpop';

/** Alerts about a queue of Valkey lists. Metrics: redis_exporter, configured to measure the lists. */
export function queueAlerts({ scope, labels, all }: Store, { id }: ResolvedQueue): Alert[] {
  const length = (key: string) => `max by (namespace, key) (redis_key_size${matching({ ...labels, key })})`;
  const waiting = length(id);
  const taken = `sum by (namespace) (increase(redis_commands_total${matching({ ...labels, cmd: `=~${TAKING}` })}[15m]))`;
  return [
    ...atLevels(levelOf(scope, 'queue-depth', id), (level) => ({
      name: 'QueueBacklog',
      component: id,
      expr: `${waiting} > ${level}`,
      summary: `more than ${level} messages wait in {{ $labels.key }}`,
      description: '{{ $value }} messages wait; the workers do not keep up.',
      runbook: `kubectl -n ${scope.namespace} get scaledobject,hpa; if the workers are at their maximum, raise it in the tier. Otherwise read the log of the workers.`,
    })),
    {
      name: 'QueueStuck',
      severity: 'critical',
      component: id,
      expr: `${waiting} > 0 unless on (namespace) ${taken} > 0`,
      forMinutes: 5,
      summary: `no worker processes messages of ${id}`,
      description: '{{ $value }} messages wait, and no message was taken in the last 15 minutes.',
      runbook: `kubectl -n ${scope.namespace} get pods; if the workers run, read their log: the usual causes are a changed password, a blocked network path or a message that every worker fails on.`,
    },
    {
      name: 'QueueFailedWork',
      severity: 'warning',
      component: id,
      expr: `${length(failedQueueName(id))} > 0`,
      forMinutes: 5,
      summary: '{{ $labels.key }} contains failed messages',
      description: '{{ $value }} messages have exceeded their number of attempts and need attention.',
      runbook: `valkey-cli lrange ${failedQueueName(id)} 0 9 shows the oldest messages. Fix the cause, then move them back with lmove.`,
    },
    ...atLevels(levelOf(scope, 'memory', id), (level) => ({
      name: 'QueueMemoryHigh',
      component: id,
      expr: `redis_memory_used_bytes${all} / (redis_memory_max_bytes${all} > 0) > ${level}`,
      summary: `{{ $labels.pod }} uses more than ${exactPercent(level)} of maxmemory`,
      description: '{{ $value | humanizePercentage }} of maxmemory is used. At 100% new messages are rejected.',
      runbook: 'Store large messages in a bucket and queue only their keys. Otherwise add workers until the backlog is processed.',
    })),
  ];
}
