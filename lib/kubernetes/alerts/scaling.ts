import { type Alert, type AlertScope, matching, rateAboutNamespace } from './alert';

/** Alerts about autoscalers at their maximum or without metrics. Metrics: kube-state-metrics and KEDA. */
export function scalingAlerts(scope: AlertScope): Alert[] {
  const { namespace } = scope;
  const all = matching({ namespace });
  const scaler = '{{ $labels.horizontalpodautoscaler }}';
  return [
    {
      name: 'AutoscalerAtMaximum',
      severity: 'warning',
      component: scaler,
      expr: [
        `kube_horizontalpodautoscaler_status_desired_replicas${all} >= kube_horizontalpodautoscaler_spec_max_replicas${all}`,
        `and kube_horizontalpodautoscaler_spec_max_replicas${all} > kube_horizontalpodautoscaler_spec_min_replicas${all}`,
      ].join('\n'),
      forMinutes: 15,
      summary: `${scaler} runs its maximum number of instances`,
      description: 'The autoscaler has requested all {{ $value }} instances for 15 minutes. More load now increases the latency.',
      runbook: `kubectl -n ${namespace} describe hpa ${scaler}: if its metric is above its target, raise the maximum in the tier, or move to the next tier.`,
    },
    {
      name: 'AutoscalerBlind',
      severity: 'warning',
      component: scaler,
      expr: `kube_horizontalpodautoscaler_status_condition${matching({ namespace, condition: 'ScalingActive', status: 'false' })} == 1`,
      forMinutes: 15,
      summary: `${scaler} cannot read its metrics`,
      description: 'The autoscaler does not change the number of instances, regardless of the load.',
      runbook: `kubectl -n ${namespace} describe hpa ${scaler} shows which metric is missing. Check kubectl top pods (metrics-server) and kubectl get apiservice v1beta1.external.metrics.k8s.io (KEDA).`,
    },
    {
      name: 'ScalerFailing',
      severity: 'warning',
      component: '{{ $labels.scaledObject }}',
      expr: `sum by (scaledObject) (${rateAboutNamespace('keda_scaler_detail_errors_total', scope)}) > 0`,
      forMinutes: 10,
      summary: 'KEDA cannot read the metrics of {{ $labels.scaledObject }}',
      description: 'Its trigger fails at {{ $value | humanize }}/s. The number of workers does not change while messages wait.',
      runbook: `kubectl -n ${namespace} describe scaledobject {{ $labels.scaledObject }}; kubectl -n keda logs deploy/keda-operator: the usual causes are a changed password or a blocked network path.`,
    },
  ];
}
