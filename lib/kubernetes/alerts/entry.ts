import { exactPercent } from '../../core/number-format';
import { MS_PER_SECOND } from '../../core/time';
import { type Alert, type AlertScope, atLevels, levelOf, matching } from './alert';

/** Requests in the window below which a share of errors or a percentile says nothing. */
const LEAST_REQUESTS = 100;

/**
 * CloudWatch is complete ten minutes late, and cloudwatch_exporter gives samples their own time: rates over five minutes
 * would see nothing.
 */
const WINDOW = '20m';

/** No request at all for so long is a way in that nobody measures, or that nobody finds. */
const SILENT = '12h';

/**
 * What users see at the way in. The load balancer is AWS's, whose figures are in CloudWatch alone: cloudwatch_exporter
 * brings them to Prometheus.
 */
export function entryAlerts(id: string, target: string, scope: AlertScope): Alert[] {
  const { namespace } = scope;
  const balancer = matching({ load_balancer: `=~${loadBalancerPattern(namespace, id)}` });
  const over = (metric: string) => `sum(sum_over_time(aws_applicationelb_${metric}${balancer}[${WINDOW}]))`;
  const requests = over('request_count_sum');
  const failed = `(${over('httpcode_target_5_xx_count_sum')} or vector(0)) + (${over('httpcode_elb_5_xx_count_sum')} or vector(0))`;
  return [
    ...atLevels(levelOf(scope, 'errors', id), (level) => ({
      name: 'RequestErrors',
      component: id,
      expr: [`(${failed})`, `/ (${requests} > ${LEAST_REQUESTS})`, `> ${level}`].join('\n'),
      summary: `more than ${exactPercent(level)} of requests fail`,
      description: `{{ $value | humanizePercentage }} of what comes to ${id} ends with a server error, of ${target} or of the load balancer.`,
      runbook: `kubectl -n ${namespace} logs -l app.kubernetes.io/name=${target} --tail=200; a rollout, a data store that is down and pods that are killed are the usual reasons, and have alerts of their own.`,
    })),
    ...atLevels(levelOf(scope, 'latency', id), (level) => ({
      name: 'RequestsSlow',
      component: id,
      expr: [
        `${MS_PER_SECOND} * max(avg_over_time(aws_applicationelb_target_response_time_p95${balancer}[${WINDOW}])) > ${level}`,
        `and on () ${requests} > ${LEAST_REQUESTS}`,
      ].join('\n'),
      summary: `one request in twenty takes longer than ${level} ms`,
      description: `95% of requests to ${target} end within {{ $value | humanize }} ms.`,
      runbook: `Is autoscaling at its maximum, the pool of connections full, the cache cold, or a model provider slow? Look at the other alerts first; then at the slowest route in the traces.`,
    })),
    {
      name: 'RequestsUnseen',
      severity: 'warning',
      component: id,
      expr: `absent_over_time(aws_applicationelb_request_count_sum${balancer}[${SILENT}])`,
      forMinutes: 0,
      summary: `nobody has seen a request at ${id} for ${SILENT}`,
      description: `Without cloudwatch_exporter nobody knows how fast and how well ${id} answers; with it, no request has come.`,
      runbook: `Does cloudwatch_exporter read AWS/ApplicationELB (docs/kubernetes-monitoring.md)? Then kubectl -n ${namespace} get gateway,ingress ${id} and look whether its name resolves.`,
    },
  ];
}

/**
 * The dimension LoadBalancer of what the AWS Load Balancer Controller makes, `app/k8s-shoptest-entry-1a2b3c4d5e/0123456789abcdef`:
 * its name is made of the first eight letters and digits of the namespace and of the Gateway or Ingress, and of a hash.
 */
function loadBalancerPattern(namespace: string, id: string): string {
  const part = (name: string) => name.replaceAll(/[^a-zA-Z0-9]/g, '').slice(0, 8);
  return `app/k8s-${part(namespace)}-${part(id)}-[0-9a-f]{10}/.+`;
}
