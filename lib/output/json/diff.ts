import { z } from 'zod';
import type { DiffAnswer } from '../../answers/diff';
import { CHANGE_KINDS } from '../../core/change-kind';
import type { Interval } from '../../core/interval';
import { toCents, type Usd } from '../../core/money';
import { EstimateJson, estimateToJson, LineItemJson, lineItemToJson, Money, UsdIntervalJson, usdIntervalJson } from './estimate';

const ChangeUsdJson = z.strictObject({
  low: Money.describe('change of the low end'),
  mid: Money.describe('change of the expected cost'),
  high: Money.describe('change of the high end'),
});

const ResourceChangeJson = z.strictObject({
  change: z.enum(CHANGE_KINDS).describe('added: only after; removed: only before; changed: both, with different lines'),
  resource: z.string().nullable().describe('logical id of the resource; null for charges without a resource, such as data transfer'),
  component: z.string().describe('id of the component'),
  type: z.string().describe('CloudFormation type, kind of a Kubernetes object, or type of a charge without a resource'),
  region: z.string().optional().describe('region of the resource; absent: the region of the estimate'),
  from: UsdIntervalJson.describe('cost before in US dollars per month; zero where it is added'),
  to: UsdIntervalJson.describe('cost after in US dollars per month; zero where it is removed'),
  changeUsd: ChangeUsdJson.describe('to minus from, point by point'),
  fromLines: z.array(LineItemJson).describe('lines before that are not the same after'),
  toLines: z.array(LineItemJson).describe('lines after that are not the same before'),
});

/** Output of `diff --json`. */
export const DiffJson = z
  .strictObject({
    before: z
      .strictObject({ subject: z.string().describe('path before'), estimate: EstimateJson.describe('estimate before') })
      .describe('before'),
    after: z
      .strictObject({ subject: z.string().describe('path after'), estimate: EstimateJson.describe('estimate after') })
      .describe('after'),
    changeUsd: ChangeUsdJson.describe('change of the total in US dollars per month; the changes add up to it'),
    changes: z.array(ResourceChangeJson).describe('resources and charges that differ, those with the largest change first'),
    unchanged: z.number().int().min(0).describe('number of resources that are the same, without charges such as data transfer'),
  })
  .meta({ title: 'sizing diff' });
export type DiffJson = z.infer<typeof DiffJson>;

/** The JSON form of the difference of two estimates. */
export function diffJson({ before, after, changes, unchanged }: DiffAnswer): DiffJson {
  const sideOf = ({ subject, estimate }: DiffAnswer['before']) => ({ subject, estimate: estimateToJson(estimate) });
  const { low, mid, high } = after.estimate.monthlyUsd;
  const from = before.estimate.monthlyUsd;
  return {
    before: sideOf(before),
    after: sideOf(after),
    changeUsd: changeUsdJson({ low: low.minus(from.low), mid: mid.minus(from.mid), high: high.minus(from.high) }),
    changes: changes.map(({ fromLines, toLines, from: ofFrom, to, changeUsd, ...change }) => ({
      ...change,
      from: usdIntervalJson(ofFrom),
      to: usdIntervalJson(to),
      changeUsd: changeUsdJson(changeUsd),
      fromLines: fromLines.map(lineItemToJson),
      toLines: toLines.map(lineItemToJson),
    })),
    unchanged,
  };
}

function changeUsdJson({ low, mid, high }: Interval<Usd>): z.infer<typeof ChangeUsdJson> {
  return { low: toCents(low), mid: toCents(mid), high: toCents(high) };
}
