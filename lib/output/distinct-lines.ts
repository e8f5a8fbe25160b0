import { combineIntervals, type Interval } from '../core/interval';
import type { Decimal } from '../core/money';
import { counted } from '../core/number-format';
import type { LineItem } from '../pricing/estimate';
import { isUndeclared } from './line-amounts';
import { linesBy } from './sums';

/**
 * Lines of one component without two that look the same. Equal charges of several resources become one line with their sum and the
 * number of resources. Lines with the same name and different prices get the ids of their resources.
 */
export function distinctLines(lines: readonly LineItem[]): LineItem[] {
  const sums = [...linesBy(lines, equalCharge).values()].flatMap(summed);
  return [...linesBy(sums, ({ name }) => name).values()].flatMap((same) => (same.length === 1 ? same : same.map(withResource)));
}

/** Equal for lines that differ in their resource and quantity alone. A line without a price is fixed by its resource, so it has its own key. */
function equalCharge(line: LineItem): string {
  const { name, region, unit, unitPriceUsd, state, basis, sku, excludesUsage, resource } = line;
  const own = state === 'unpriced' ? resource : null;
  return JSON.stringify([name, region, unit, unitPriceUsd.toFixed(), state, basis, sku, excludesUsage, isUndeclared(line), own]);
}

function summed(equal: readonly LineItem[]): LineItem[] {
  const resources = new Set(equal.map(({ resource }) => resource)).size;
  return equal.slice(0, 1).map((first) => ({
    ...first,
    name: resources === 1 ? first.name : `${first.name}, ${counted(resources, 'resource')}`,
    quantity: equal.map(({ quantity }) => quantity).reduce(plus),
    monthlyUsd: equal.map(({ monthlyUsd }) => monthlyUsd).reduce(plus),
  }));
}

function plus(left: Interval<Decimal>, right: Interval<Decimal>): Interval<Decimal> {
  return combineIntervals(left, right, (one, other) => one.plus(other));
}

function withResource(line: LineItem): LineItem {
  return { ...line, name: [line.name, line.resource, line.region].filter(Boolean).join(', ') };
}
