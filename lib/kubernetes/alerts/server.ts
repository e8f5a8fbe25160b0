import { exactPercent } from '../../core/number-format';
import { type Alert, type AlertScope, atLevels, levelOf, matching } from './alert';

export interface Server {
  /** Component id, which the names of its pods begin with. */
  readonly id: string;
  readonly vcpu: number;
  /** Name of the container that the server runs in. */
  readonly container: string;
}

/** Processors of one server, since the primary takes all writes; against what it asks for. */
export function processorAlerts({ id, vcpu, container }: Server, scope: AlertScope): Alert[] {
  const { namespace } = scope;
  const server = matching({ namespace, pod: `=~${id}-.+`, container });
  return atLevels(levelOf(scope, 'processor', id), (level) => ({
    name: 'ServerProcessorHigh',
    component: id,
    expr: `sum by (namespace, pod) (rate(container_cpu_usage_seconds_total${server}[5m])) / ${vcpu} > ${level}`,
    summary: `{{ $labels.pod }} uses more than ${exactPercent(level)} of its processors`,
    description: `It is at {{ $value | humanizePercentage }} of ${vcpu} vCPU.`,
    runbook:
      'Look for the query that takes the time (slow query log, pg_stat_statements, currentOp) before a larger size: an index is cheaper.',
  }));
}
