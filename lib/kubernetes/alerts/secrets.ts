import { type Alert, type AlertScope, aboutNamespace } from './alert';

/** Secrets that the store does not give any more: External Secrets' own metrics. */
export function secretAlerts(scope: AlertScope): Alert[] {
  const { namespace } = scope;
  return [
    {
      name: 'ExternalSecretNotReady',
      severity: 'warning',
      component: '{{ $labels.name }}',
      expr: `${aboutNamespace('externalsecret_status_condition', scope, { condition: 'Ready', status: 'False' })} == 1`,
      forMinutes: 15,
      summary: 'secret {{ $labels.name }} is not updated',
      description: 'Pods that run keep the old value; a changed password locks out those that start.',
      runbook: `kubectl -n ${namespace} describe externalsecret {{ $labels.name }}: the store may refuse (permission), or the secret ${namespace}/… lacks the property.`,
    },
  ];
}
