import { sumUsdIntervals } from '../core/money';
import { withDetails } from './charge-kinds';
import type { Estimate, LineItem, ResourceCounts } from './estimate';
import { totalsOf } from './totals';

/**
 * One estimate of several regions. Its region is that of the first estimate; lines of the others state their region, in
 * brackets after their name. Free quantities and price tiers apply to each region separately.
 */
export function combineEstimates(first: Estimate, ...others: readonly Estimate[]): Estimate {
  if (others.length === 0) return first;
  const lineItems = [first, ...others].flatMap(({ region, lineItems: lines }) =>
    region === first.region ? lines : lines.map((line) => inRegion(line, region)),
  );
  const all = [first, ...others];
  const undecided = all.flatMap((each) => each.undecided ?? []);
  return {
    ...first,
    ...totalsOf(lineItems),
    // With undecided values, a total is not the sum of its lines at low.
    monthlyUsd: sumUsdIntervals(all.map(({ monthlyUsd }) => monthlyUsd)),
    externalMonthlyUsd: sumUsdIntervals(all.map(({ externalMonthlyUsd }) => externalMonthlyUsd)),
    ...(undecided.length > 0 && { undecided }),
    resources: others.reduce((sum, { resources }) => added(sum, resources), first.resources),
    lineItems,
  };
}

function inRegion(line: LineItem, region: string): LineItem {
  return { ...line, name: withDetails(line.name, [region]), region };
}

function added(left: ResourceCounts, right: ResourceCounts): ResourceCounts {
  return {
    total: left.total + right.total,
    priced: left.priced + right.priced,
    usage: left.usage + right.usage,
    free: left.free + right.free,
    unpriced: left.unpriced + right.unpriced,
  };
}
