import type { Alert } from './alert';

/** A Prometheus alerting rule. */
export interface AlertingRule {
  /** Name of the alert. */
  readonly alert: string;
  /** PromQL expression. */
  readonly expr: string;
  /** How long the expression must hold, such as `5m`. Default: no wait. */
  readonly for?: string;
  /** Labels of the alert. */
  readonly labels: Readonly<Record<string, string>>;
  /** Summary, description and runbook. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** A Prometheus rule group. */
export interface RuleGroup {
  /** Name of the group. */
  readonly name: string;
  /** Rules of the group. */
  readonly rules: readonly AlertingRule[];
}

/** Alerts as a rule group. Each alert has the label `system`, so that notifications can be routed by system. */
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
