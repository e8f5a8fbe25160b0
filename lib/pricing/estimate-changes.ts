import type { ChangeKind } from '../core/change-kind';
import { combineIntervals, type Interval } from '../core/interval';
import { sumUsdIntervals, type Usd } from '../core/money';
import type { Estimate, LineItem } from './estimate';

/** Lines of one resource, or of one charge without a resource, in two estimates. */
export interface ResourceCostChange {
  /** Logical id of the resource; `null` for charges without a resource, such as data transfer. */
  readonly resource: string | null;
  /** Id of the component. */
  readonly component: string;
  /** CloudFormation type, kind of a Kubernetes object, or the type of a charge without a resource. */
  readonly type: string;
  /** Region of the resource. Absent: the region of the estimate. */
  readonly region?: string;
  /** Whether only the second estimate has it, only the first, or both with different lines. */
  readonly change: ChangeKind;
  /** Monthly cost in the first estimate, US dollars; 0 where it is added. */
  readonly from: Interval<Usd>;
  /** Monthly cost in the second estimate, US dollars; 0 where it is removed. */
  readonly to: Interval<Usd>;
  /** `to` minus `from`, point by point; so it need not ascend from low to high. */
  readonly changeUsd: Interval<Usd>;
  /** Lines of the first estimate that the second does not have in the same form. */
  readonly fromLines: readonly LineItem[];
  /** Lines of the second estimate that the first does not have in the same form. */
  readonly toLines: readonly LineItem[];
}

/** The difference of two estimates by resource. */
export interface EstimateChanges {
  /** Resources and charges that differ, those with the largest change of the mid first. Their changes add up to the change of the totals. */
  readonly changes: readonly ResourceCostChange[];
  /** Number of resources that are the same in both. Charges without a resource, such as data transfer, do not count. */
  readonly unchanged: number;
}

/** Compares two estimates resource by resource. A resource is the same where logical id, type, component and region are the same. */
export function changesBetween(from: Estimate, to: Estimate): EstimateChanges {
  const [before, after] = [linesByResource(from), linesByResource(to)];
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const pairs = keys.map((key) => changeOf(before.get(key) ?? [], after.get(key) ?? []));
  const changes = pairs.filter((change) => change !== undefined);
  const unchanged = keys.filter((key, index) => pairs[index] === undefined && after.get(key)?.[0]?.resource !== null);
  return { changes: changes.sort(largestFirst), unchanged: unchanged.length };
}

function linesByResource({ lineItems }: Estimate): ReadonlyMap<string, readonly LineItem[]> {
  const groups = new Map<string, LineItem[]>();
  for (const line of lineItems) {
    const { resource, component, type, region = '' } = line;
    const key = JSON.stringify([resource, component, type, region]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return groups;
}

function changeOf(before: readonly LineItem[], after: readonly LineItem[]): ResourceCostChange | undefined {
  const [fromLines, toLines] = [linesOnlyIn(before, after), linesOnlyIn(after, before)];
  const [line] = [...after, ...before];
  if (line === undefined || (fromLines.length === 0 && toLines.length === 0)) return undefined;
  const { resource, component, type, region } = line;
  const [from, to] = [before, after].map((lines) => sumUsdIntervals(lines.map(({ monthlyUsd }) => monthlyUsd))) as [
    Interval<Usd>,
    Interval<Usd>,
  ];
  return {
    resource,
    component,
    type,
    ...(region !== undefined && { region }),
    change: before.length === 0 ? 'added' : after.length === 0 ? 'removed' : 'changed',
    from,
    to,
    changeUsd: combineIntervals(to, from, (ofTo, ofFrom) => ofTo.minus(ofFrom)),
    fromLines,
    toLines,
  };
}

/** Lines without an equal one in others; of equal lines, as many as there are more. */
function linesOnlyIn(lines: readonly LineItem[], others: readonly LineItem[]): readonly LineItem[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(formOf(other), (left.get(formOf(other)) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(formOf(line)) ?? 0;
    left.set(formOf(line), count - 1);
    return count <= 0;
  });
}

/** The charge of a line: equal lines have equal amounts; sources of prices are not compared. */
function formOf({ kind, name, state, unit, quantity, monthlyUsd, unitPriceUsd }: LineItem): string {
  return JSON.stringify([kind, name, state, unit, quantity, monthlyUsd, unitPriceUsd]);
}

function largestFirst(left: ResourceCostChange, right: ResourceCostChange): number {
  const bySize = right.changeUsd.mid.abs().comparedTo(left.changeUsd.mid.abs());
  if (bySize !== 0) return bySize;
  const [a, b] = [left, right].map(({ component, type, resource }) => `${component} ${type} ${resource ?? ''}`) as [string, string];
  return a < b ? -1 : a > b ? 1 : 0;
}
