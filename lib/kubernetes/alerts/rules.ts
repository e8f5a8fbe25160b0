import type { Alert } from './alert';

/** A rule as Prometheus writes it. */
export interface AlertingRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly AlertingRule[];
}

/** Alerts as a group of rules; `system` is a label of each, so that routes can tell systems apart. */
export function ruleGroup(name: string, system: string, alerts: readonly Alert[]): RuleGroup {
  return { name, rules: alerts.map((alert) => ruleOf(alert, system)) };
}

function ruleOf({ name, severity, component, expr, forMinutes, summary, description, runbook }: Alert, system: string): AlertingRule {
  return {
    alert: name,
    expr,
    ...(forMinutes === 0 ? {} : { for: `${forMinutes}m` }),
    labels: { severity, component, system },
    annotations: { summary, description, runbook },
  };
}
