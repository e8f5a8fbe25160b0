import { exactPercent } from '../../core/number-format';
import { type Alert, type AlertScope, atLevels, levelOf, matching } from './alert';

/** A server whose CPU usage is monitored. */
export interface Server {
  /** Component id, the prefix of the names of its pods. */
  readonly id: string;
  /** vCPU of one server. */
  readonly vcpu: number;
  /** Name of the container that the server runs in. */
  readonly container: string;
}

/** Alerts about the CPU usage of one server, compared with its vCPU. Per server, because the primary handles all writes. */
export function processorAlerts({ id, vcpu, container }: Server, scope: AlertScope): Alert[] {
  const { namespace } = scope;
  const server = matching({ namespace, pod: `=~${id}-.+`, container });
  return atLevels(levelOf(scope, 'processor', id), (level) => ({
    name: 'ServerProcessorHigh',
    component: id,
    expr: `sum by (namespace, pod) (rate(container_cpu_usage_seconds_total${server}[5m])) / ${vcpu} > ${level}`,
    summary: `{{ $labels.pod }} uses more than ${exactPercent(level)} of its vCPU`,
    description: `{{ $labels.pod }} uses {{ $value | humanizePercentage }} of ${vcpu} vCPU.`,
    runbook:
      'Find the most expensive queries (slow query log, pg_stat_statements, currentOp) before you choose a larger size: an index is cheaper.',
  }));
}
