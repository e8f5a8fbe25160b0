import type { ResolvedQueue } from '../../blueprint/resolved-component';
import { exactPercent } from '../../core/number-format';
import { failedQueueName } from '../cache/queue-names';
import { type Alert, atLevels, levelOf, matching } from './alert';
import type { Store } from './store';

/** Commands that take from a list; those that wait for work count when they get some. */
const TAKING = 'b?[lr]pop|b?lmove|b?rpoplpush|b?lmpop';

/** A queue of lists in Valkey, by redis_exporter, which is told to measure them. */
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
      description: '{{ $value }} messages wait; workers do not keep up.',
      runbook: `kubectl -n ${scope.namespace} get scaledobject,hpa: are the workers at their maximum? Then raise it in the tier; else their log says what they wait for.`,
    })),
    {
      name: 'QueueStuck',
      severity: 'critical',
      component: id,
      expr: `${waiting} > 0 unless on (namespace) ${taken} > 0`,
      forMinutes: 5,
      summary: `nobody takes work from ${id}`,
      description: '{{ $value }} messages wait, and none was taken in a quarter of an hour.',
      runbook: `kubectl -n ${scope.namespace} get pods: are the workers up? Their log: a changed password, a closed network path, or one message that each of them fails on.`,
    },
    {
      name: 'QueueFailedWork',
      severity: 'warning',
      component: id,
      expr: `${length(failedQueueName(id))} > 0`,
      forMinutes: 5,
      summary: 'work in {{ $labels.key }} has failed too often',
      description: '{{ $value }} messages wait for somebody to look at them.',
      runbook: `valkey-cli lrange ${failedQueueName(id)} 0 9: what do they have in common? When the reason is gone, move them back with lmove.`,
    },
    ...atLevels(levelOf(scope, 'memory', id), (level) => ({
      name: 'QueueMemoryHigh',
      component: id,
      expr: `redis_memory_used_bytes${all} / (redis_memory_max_bytes${all} > 0) > ${level}`,
      summary: `{{ $labels.pod }} holds more than ${exactPercent(level)} of what it may`,
      description: '{{ $value | humanizePercentage }} of maxmemory is used; at 100% new work is refused.',
      runbook: 'Large messages belong in a bucket, with their key in the queue. Otherwise workers have to catch up.',
    })),
  ];
}
