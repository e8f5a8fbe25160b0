import type { ResolvedAlarm } from '../../blueprint/blueprint';
import type { Measure } from '../../model/alarm';
import type { Options } from '../../model/options';

/** `critical` pages the on-call engineer; `warning` is handled during working hours. */
export type AlertSeverity = 'warning' | 'critical';

/** One alert at one level, as plain data. Strings may contain Prometheus templates, such as `{{ $labels.pod }}`. */
export interface Alert {
  /** Name of the alert, the same for both levels, so that the critical alert can inhibit the warning. */
  readonly name: string;
  /** Level of the alert. */
  readonly severity: AlertSeverity;
  /** Component id, or the template of a label with the id. */
  readonly component: string;
  /** PromQL expression. It returns no series when there is no problem. */
  readonly expr: string;
  /** Minutes that the expression must hold before the alert fires. */
  readonly forMinutes: number;
  /** One line for a notification. */
  readonly summary: string;
  /** Measured value and threshold. */
  readonly description: string;
  /** First steps of the investigation, in one line. */
  readonly runbook: string;
}

/** Input for the alerts of a blueprint. */
export interface AlertScope {
  /** Namespace of the workloads. */
  readonly namespace: string;
  /** Thresholds of the blueprint. */
  readonly alarms: readonly ResolvedAlarm[];
  /** Where the workloads run: stacks of `eks` have node groups with the Cluster Autoscaler, other clusters have Karpenter. */
  readonly platform: Options['platform'];
}

/** The thresholds of a component: its own, else those of the system. */
export function levelOf({ alarms }: AlertScope, measure: Measure, component: string): ResolvedAlarm {
  const found = alarms.filter((alarm) => alarm.measure === measure);
  const level = found.find((alarm) => alarm.component === component) ?? found.find((alarm) => alarm.component === undefined);
  if (level === undefined) throw new Error(`no level of ${measure}: blueprints have one of every measure`);
  return level;
}

/** An alert at both levels: warning and critical. */
export function atLevels(
  { warning, critical, forMinutes }: Pick<ResolvedAlarm, 'warning' | 'critical' | 'forMinutes'>,
  write: (level: number) => Omit<Alert, 'severity' | 'forMinutes'>,
): Alert[] {
  return [
    { ...write(warning), severity: 'warning', forMinutes },
    { ...write(critical), severity: 'critical', forMinutes },
  ];
}

/**
 * Label matchers, such as `{namespace="shop-test", pod=~"database-.+"}`. A value that begins with `=~`, `!=` or `!~`
 * contains its own operator.
 */
export function matching(labels: Readonly<Record<string, string>>): string {
  const matchers = Object.entries(labels).map(([name, value]) => {
    const [, operator = '=', text = ''] = /^(=~|!=|!~)?(.*)$/s.exec(value) ?? [];
    return `${name}${operator}"${text}"`;
  });
  return `{${matchers.join(', ')}}`;
}

/**
 * Series of a controller about the objects of the namespace. The metric itself has the label `namespace`, which Prometheus
 * renames to `exported_namespace` unless the scrape honors labels: the expression selects either.
 */
export function aboutNamespace(metric: string, { namespace }: AlertScope, labels: Readonly<Record<string, string>> = {}): string {
  return `(${metric}${matching({ exported_namespace: namespace, ...labels })} or ${metric}${matching({ namespace, ...labels })})`;
}

/** The rate of a counter of `aboutNamespace` over 5 minutes, per second. */
export function rateAboutNamespace(metric: string, { namespace }: AlertScope): string {
  return `rate(${metric}${matching({ exported_namespace: namespace })}[5m]) or rate(${metric}${matching({ namespace })}[5m])`;
}
