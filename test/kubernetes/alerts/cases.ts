import type { AlertSeverity } from '../../../lib/kubernetes/alerts/alert';
import type { Series } from '../../support/promtool';

/** Synthetic series, and the levels at which an alert fires for them. */
export interface AlertCase {
  readonly alert: string;
  /** The state that the series represent, for the title of the test. */
  readonly state: string;
  readonly series: Series;
  readonly fires: readonly AlertSeverity[];
  /** Minutes between the first value and the evaluation. Default: 60, longer than most alerts wait. */
  readonly at?: number;
  /** Component of the alert. Default: that of its group. */
  readonly component?: string;
}

export interface GroupCases {
  readonly component: string;
  readonly cases: readonly AlertCase[];
}

const MINUTES = 100;

/** A constant value, every minute. */
export function steady(value: number, minutes = MINUTES): string {
  return `${value}+0x${minutes}`;
}

/** A value that changes every minute by the same amount, which may be negative, from `start`. */
export function moving(perMinute: number, start = 0, minutes = MINUTES): string {
  return `${start}${perMinute < 0 ? '' : '+'}${perMinute}x${minutes}`;
}

/** cAdvisor's counter of CPU seconds, for a number of busy cores. */
export function cores(busy: number): string {
  return moving(busy * 60);
}

export const NONE: readonly AlertSeverity[] = [];
export const WARNING: readonly AlertSeverity[] = ['warning'];
export const CRITICAL: readonly AlertSeverity[] = ['critical'];
export const BOTH: readonly AlertSeverity[] = ['critical', 'warning'];
