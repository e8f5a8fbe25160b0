import type { Severity } from '../../../lib/kubernetes/alerts/alert';
import type { Series } from '../../support/promtool';

/** Series that somebody made up, and at which levels an alert fires over them. */
export interface AlertCase {
  readonly alert: string;
  /** What is the matter, or why nothing is. */
  readonly what: string;
  readonly series: Series;
  readonly fires: readonly Severity[];
  /** Minutes after the first value; default: 60, longer than most alerts wait. */
  readonly at?: number;
  /** The component that the alert then names; default: that of its group. */
  readonly component?: string;
}

export interface GroupCases {
  readonly component: string;
  readonly cases: readonly AlertCase[];
}

const MINUTES = 100;

/** The same value all the time. */
export function steady(value: number, minutes = MINUTES): string {
  return `${value}+0x${minutes}`;
}

/** A counter, or what fills up: from `start` by so much a minute, which may be negative. */
export function moving(perMinute: number, start = 0, minutes = MINUTES): string {
  return `${start}${perMinute < 0 ? '' : '+'}${perMinute}x${minutes}`;
}

/** Cores that are busy, as the seconds a minute of cAdvisor's counter. */
export function cores(busy: number): string {
  return moving(busy * 60);
}

export const NONE: readonly Severity[] = [];
export const WARNING: readonly Severity[] = ['warning'];
export const CRITICAL: readonly Severity[] = ['critical'];
export const BOTH: readonly Severity[] = ['critical', 'warning'];
