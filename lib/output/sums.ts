import { combineIntervals, type Interval } from '../core/interval';
import { sumUsdIntervals, type Usd } from '../core/money';
import { counted } from '../core/number-format';
import type { CostGroup, Estimate, LineItem } from '../pricing/estimate';

/** Monthly sum of lines. */
export function sumOf(lines: readonly LineItem[]): Interval<Usd> {
  return sumUsdIntervals(lines.map((line) => line.monthlyUsd));
}

/** The estimate without external services. */
export function awsMonthlyUsd(estimate: Estimate): Interval<Usd> {
  return combineIntervals(estimate.monthlyUsd, estimate.externalMonthlyUsd, (all, external) => all.minus(external));
}

/** Positions of the cost groups; the compiler checks that none is missing. */
const POSITIONS: Readonly<Record<CostGroup, number>> = {
  compute: 1,
  gpu: 2,
  database: 3,
  cache: 4,
  'network and balancer': 5,
  'storage and backup': 6,
  'observability and security': 7,
  transfer: 8,
  external: 9,
};

/** All cost groups, in the order of an estimate. */
export const GROUPS = (Object.keys(POSITIONS) as CostGroup[]).sort((a, b) => POSITIONS[a] - POSITIONS[b]);

/** Cost groups that have a line, in their own order. */
export function groupsOf(lines: readonly LineItem[]): CostGroup[] {
  const present = new Set(lines.map((line) => line.group));
  return GROUPS.filter((group) => present.has(group));
}

/** Components that have a line, in the order of the estimate. */
export function componentsOf(lines: readonly LineItem[]): string[] {
  return [...new Set(lines.map((line) => line.component))];
}

/** All lines except free ones. */
export function billedLines(lines: readonly LineItem[]): LineItem[] {
  return lines.filter((line) => line.state !== 'free');
}

/** Shown in place of an unknown amount, and after an amount that is incomplete. */
export const UNKNOWN = '?';

/** Whether every line has a price. */
export function isComplete(lines: readonly LineItem[]): boolean {
  return lines.every((line) => line.state !== 'unpriced');
}

/** `excludes usage of 3 resources and data transfer`; empty when the total includes all usage. */
export function excludedUsageText({ excludesUsageOf }: Pick<Estimate, 'excludesUsageOf'>): string {
  if (excludesUsageOf.length === 0) return '';
  const resources = excludesUsageOf.filter(({ resource }) => resource !== null).length;
  const others = [...new Set(excludesUsageOf.filter(({ resource }) => resource === null).map(({ type }) => type))].map(wordsOf);
  return `excludes usage of ${[...(resources > 0 ? [counted(resources, 'resource')] : []), ...others].join(' and ')}`;
}

/** `DataTransfer` as words: `data transfer`. */
function wordsOf(type: string): string {
  return type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

/** Lines by a key, in the order of the first line of each key. */
export function linesBy(lines: readonly LineItem[], key: (line: LineItem) => string): ReadonlyMap<string, readonly LineItem[]> {
  const groups = new Map<string, LineItem[]>();
  for (const line of lines) {
    const name = key(line);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [line]);
    else group.push(line);
  }
  return groups;
}
