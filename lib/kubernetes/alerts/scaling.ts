import { type Alert, type AlertScope, matching, rateAboutNamespace } from './alert';

/** Autoscaling that has no room left, or cannot see what it scales by: kube-state-metrics and KEDA. */
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
      summary: `${scaler} runs as many instances as it may`,
      description: 'It has wanted all {{ $value }} of them for 15 minutes; more load now means slower answers.',
      runbook: `kubectl -n ${namespace} describe hpa ${scaler}: if its metric is above its target, raise the maximum in the tier, or move to the next one.`,
    },
    {
      name: 'AutoscalerBlind',
      severity: 'warning',
      component: scaler,
      expr: `kube_horizontalpodautoscaler_status_condition${matching({ namespace, condition: 'ScalingActive', status: 'false' })} == 1`,
      forMinutes: 15,
      summary: `${scaler} cannot see what it scales by`,
      description: 'It keeps the number of instances that it has, whatever the load.',
      runbook: `kubectl -n ${namespace} describe hpa ${scaler} says which metric is missing; kubectl top pods must work (metrics-server), and kubectl get apiservice external.metrics.k8s.io (KEDA).`,
    },
    {
      name: 'ScalerFailing',
      severity: 'warning',
      component: '{{ $labels.scaledObject }}',
      expr: `sum by (scaledObject) (${rateAboutNamespace('keda_scaler_detail_errors_total', scope)}) > 0`,
      forMinutes: 10,
      summary: 'KEDA cannot read what {{ $labels.scaledObject }} scales by',
      description: 'Its trigger fails {{ $value | humanize }} times a second; workers stay as many as they are while work waits.',
      runbook: `kubectl -n ${namespace} describe scaledobject {{ $labels.scaledObject }}; kubectl -n keda logs deploy/keda-operator: mostly a password that changed or a closed network path.`,
    },
  ];
}
