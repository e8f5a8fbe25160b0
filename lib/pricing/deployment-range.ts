import type { Interval } from '../core/interval';
import { type Decimal, type Usd, ZERO_USD } from '../core/money';
import type { Estimate, LineItem, RangeCause } from './estimate';
import { totalsOf } from './totals';

/**
 * The estimate of stacks whose conditions are known only at deployment: the lines of the most expensive deployment; the low total is
 * that of the cheapest one. Lines that the cheapest deployment does not have, or has for less, start there. `unpriced` are the lines
 * without a price of all other deployments: an estimate is complete only when every deployment has a price.
 */
export function deploymentRange(
  highest: Estimate,
  lowest: Estimate,
  unpriced: readonly LineItem[],
  undecided: readonly RangeCause[],
): Estimate {
  const cheapest = new Map(lowest.lineItems.map((line) => [lineKey(line), line]));
  const known = new Set(highest.lineItems.map(lineKey));
  const missing = new Map(unpriced.filter((line) => !known.has(lineKey(line))).map((line) => [lineKey(line), line]));
  const lineItems = [...highest.lineItems.map((line) => from(line, cheapest.get(lineKey(line)))), ...missing.values()];
  const totals = totalsOf(lineItems);
  const { resources } = highest;
  const unpricedResources = new Set([...missing.values()].map(({ resource, component }) => JSON.stringify([component, resource]))).size;
  return {
    ...highest,
    ...totals,
    monthlyUsd: { ...totals.monthlyUsd, low: lowest.monthlyUsd.low },
    externalMonthlyUsd: { ...totals.externalMonthlyUsd, low: lowest.externalMonthlyUsd.low },
    resources: { ...resources, total: resources.total + unpricedResources, unpriced: resources.unpriced + unpricedResources },
    lineItems,
    undecided,
  };
}

function lineKey({ resource, component, region, type, kind, name, sku }: LineItem): string {
  return JSON.stringify([resource, component, region, type, kind, name, sku]);
}

function from(line: LineItem, cheapest: LineItem | undefined): LineItem {
  if (cheapest?.monthlyUsd.low.gte(line.monthlyUsd.low) === true) return line;
  const low = { quantity: cheapest?.quantity.low ?? ZERO_USD, monthlyUsd: cheapest?.monthlyUsd.low ?? ZERO_USD };
  return { ...line, quantity: starting<Decimal>(line.quantity, low.quantity), monthlyUsd: starting<Usd>(line.monthlyUsd, low.monthlyUsd) };
}

function starting<T>(interval: Interval<T>, low: T): Interval<T> {
  return { ...interval, low };
}
