import { type Alert, type AlertScope, atLevels, levelOf, matching, percent } from './alert';

/** Requests a second below which a share of errors or a percentile says nothing. */
const LEAST_REQUESTS_PER_SECOND = 0.1;

/**
 * What users see at the way in: Envoy's statistics of the routes of a gateway (Envoy Gateway names its clusters after
 * the HTTPRoute). The AWS Load Balancer Controller has these figures in CloudWatch alone, so an Ingress has none here.
 */
export function entryAlerts(id: string, target: string, scope: AlertScope): Alert[] {
  const { namespace } = scope;
  const route = { envoy_cluster_name: `=~httproute/${namespace}/${id}/.+` };
  const all = `sum(rate(envoy_cluster_upstream_rq_xx${matching(route)}[5m]))`;
  const failed = `sum(rate(envoy_cluster_upstream_rq_xx${matching({ ...route, envoy_response_code_class: '5' })}[5m]))`;
  return [
    ...atLevels(levelOf(scope, 'errors', id), (level) => ({
      name: 'RequestErrors',
      component: id,
      expr: [`${failed} / (${all} > ${LEAST_REQUESTS_PER_SECOND})`, `> ${level}`].join('\n'),
      summary: `more than ${percent(level)} of requests fail`,
      description: `{{ $value | humanizePercentage }} of what ${id} passes to ${target} ends with a server error.`,
      runbook: `kubectl -n ${namespace} logs -l app.kubernetes.io/name=${target} --tail=200; a rollout, a data store that is down and pods that are killed are the usual reasons, and have alerts of their own.`,
    })),
    ...atLevels(levelOf(scope, 'latency', id), (level) => ({
      name: 'RequestsSlow',
      component: id,
      expr: [
        `histogram_quantile(0.95, sum by (le) (rate(envoy_cluster_upstream_rq_time_bucket${matching(route)}[5m]))) > ${level}`,
        `and on () ${all} > ${LEAST_REQUESTS_PER_SECOND}`,
      ].join('\n'),
      summary: `one request in twenty takes longer than ${level} ms`,
      description: `95 % of requests to ${target} end within {{ $value | humanize }} ms.`,
      runbook: `Is autoscaling at its maximum, the pool of connections full, the cache cold, or a model provider slow? Look at the other alerts first; then at the slowest route in the traces.`,
    })),
  ];
}
