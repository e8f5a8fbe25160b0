import type { ResolvedAlarm } from '../../blueprint/blueprint';
import type { Measure } from '../../model/alarm';

/** `critical` calls somebody; `warning` is looked at in working hours. */
export type Severity = 'warning' | 'critical';

/** One alert at one level, as plain data. Texts may have Prometheus' templates: `{{ $labels.pod }}`. */
export interface Alert {
  /** The same for both levels, so that the critical one can silence the warning. */
  readonly name: string;
  /** Level of the alert. */
  readonly severity: Severity;
  /** Component id, or the template of a label that has it. */
  readonly component: string;
  /** PromQL that is empty when all is well. */
  readonly expr: string;
  /** Minutes that the expression must hold before the alert fires. */
  readonly forMinutes: number;
  /** One line for a notification. */
  readonly summary: string;
  /** What is measured, and the threshold. */
  readonly description: string;
  /** What to look at and do first, in one line. */
  readonly runbook: string;
}

/** What alerts of a blueprint are written from. */
export interface AlertScope {
  /** Namespace of the workloads. */
  readonly namespace: string;
  /** Thresholds of the blueprint. */
  readonly alarms: readonly ResolvedAlarm[];
}

/** The levels of a component: its own, or those of all. */
export function levelOf({ alarms }: AlertScope, measure: Measure, component: string): ResolvedAlarm {
  const found = alarms.filter((alarm) => alarm.measure === measure);
  const level = found.find((alarm) => alarm.component === component) ?? found.find((alarm) => alarm.component === undefined);
  if (level === undefined) throw new Error(`no level of ${measure}: blueprints have one of every measure`);
  return level;
}

/** Both levels of an alert: the warning, and the critical one. */
export function atLevels(
  { warning, critical, forMinutes }: Pick<ResolvedAlarm, 'warning' | 'critical' | 'forMinutes'>,
  write: (level: number) => Omit<Alert, 'severity' | 'forMinutes'>,
): Alert[] {
  return [
    { ...write(warning), severity: 'warning', forMinutes },
    { ...write(critical), severity: 'critical', forMinutes },
  ];
}

/** Label matchers: `{namespace="shop-test", pod=~"database-.+"}`; values that start with `=~`, `!=` or `!~` are those matchers. */
export function matching(labels: Readonly<Record<string, string>>): string {
  const matchers = Object.entries(labels).map(([name, value]) => {
    const [, operator = '=', text = ''] = /^(=~|!=|!~)?(.*)$/s.exec(value) ?? [];
    return `${name}${operator}"${text}"`;
  });
  return `{${matchers.join(', ')}}`;
}

/**
 * Series of a controller about an object of the namespace. The object's namespace is a label of the metric itself, which
 * Prometheus keeps as `exported_namespace` unless the scrape honours labels: both are read.
 */
export function aboutNamespace(metric: string, { namespace }: AlertScope, labels: Readonly<Record<string, string>> = {}): string {
  return `(${metric}${matching({ exported_namespace: namespace, ...labels })} or ${metric}${matching({ namespace, ...labels })})`;
}

/** The same of a counter, a second over five minutes. */
export function rateAboutNamespace(metric: string, { namespace }: AlertScope): string {
  return `rate(${metric}${matching({ exported_namespace: namespace })}[5m]) or rate(${metric}${matching({ namespace })}[5m])`;
}
