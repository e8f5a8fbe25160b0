import { exactPercent } from '../../core/number-format';
import { MS_PER_SECOND } from '../../core/time';
import { type Alert, type AlertScope, atLevels, levelOf, matching } from './alert';

/** Requests in the window below which an error rate or a percentile is not meaningful. */
const LEAST_REQUESTS = 100;

/**
 * CloudWatch data is complete after ten minutes, and cloudwatch_exporter keeps the original timestamps: rates over five
 * minutes would be empty.
 */
const WINDOW = '20m';

/** An entry point without requests for this long is not measured, or clients cannot reach it. */
const SILENT = '12h';

/**
 * Alerts about requests at the entry point. The metrics of AWS load balancers are only in CloudWatch: cloudwatch_exporter
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
      description: `{{ $value | humanizePercentage }} of requests to ${id} end with a server error from ${target} or from the load balancer.`,
      runbook: `kubectl -n ${namespace} logs -l app.kubernetes.io/name=${target} --tail=200; the usual causes are a rollout, an unavailable data store and killed pods, which have their own alerts.`,
    })),
    ...atLevels(levelOf(scope, 'latency', id), (level) => ({
      name: 'RequestsSlow',
      component: id,
      expr: [
        `${MS_PER_SECOND} * max(avg_over_time(aws_applicationelb_target_response_time_p95${balancer}[${WINDOW}])) > ${level}`,
        `and on () ${requests} > ${LEAST_REQUESTS}`,
      ].join('\n'),
      summary: `p95 latency of ${id} is above ${level} ms`,
      description: `The p95 latency of requests to ${target} is {{ $value | humanize }} ms.`,
      runbook: `Check the other alerts first: autoscaling at its maximum, an exhausted connection pool, a cold cache or a slow model provider. Then find the slowest route in the traces.`,
    })),
    {
      name: 'RequestsUnseen',
      severity: 'warning',
      component: id,
      expr: `absent_over_time(aws_applicationelb_request_count_sum${balancer}[${SILENT}])`,
      forMinutes: 0,
      summary: `${id} has had no requests for ${SILENT}`,
      description: `Either cloudwatch_exporter does not collect the metrics of ${id}, so its errors and latency are unknown, or ${id} receives no requests.`,
      runbook: `Check that cloudwatch_exporter collects AWS/ApplicationELB (docs/kubernetes-monitoring.md); then kubectl -n ${namespace} get gateway,ingress ${id} and check that its host name resolves.`,
    },
  ];
}

/**
 * The dimension LoadBalancer of load balancers that the AWS Load Balancer Controller creates, `app/k8s-shoptest-entry-1a2b3c4d5e/0123456789abcdef`:
 * the name consists of the first eight letters and digits of the namespace and of the Gateway or Ingress, and a hash.
 */
function loadBalancerPattern(namespace: string, id: string): string {
  const part = (name: string) => name.replaceAll(/[^a-zA-Z0-9]/g, '').slice(0, 8);
  return `app/k8s-${part(namespace)}-${part(id)}-[0-9a-f]{10}/.+`;
}
