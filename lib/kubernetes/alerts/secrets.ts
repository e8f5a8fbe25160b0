import { type Alert, type AlertScope, aboutNamespace } from './alert';

/** Alerts about secrets that cannot be read from the secret store. Metrics: External Secrets Operator. */
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
      description: 'Running pods keep the old value. If the password has changed, new pods cannot log in.',
      runbook: `kubectl -n ${namespace} describe externalsecret {{ $labels.name }}: either the store denies access (permissions), or the secret ${namespace}/… lacks the property.`,
    },
  ];
}
