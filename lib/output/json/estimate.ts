import { z } from 'zod';
import { type Interval, mapInterval } from '../../core/interval';
import { type Decimal, toCents, usd } from '../../core/money';
import { LINE_KINDS } from '../../pricing/charge-kinds';
import { COST_GROUPS, type Estimate, LINE_STATES, type LineItem } from '../../pricing/estimate';
import { LINE_REASON_KINDS, reasonKind } from '../../pricing/line-reason';
import { lineReason } from '../line-reasons';

/** US dollars, as a decimal string with two places. */
export const Money = z.string().regex(/^-?\d+\.\d{2}$/);
const Exact = z.string().regex(/^-?\d+(\.\d+)?$/);

/** JSON form of an amount of money as an interval. */
export const UsdIntervalJson = z.strictObject({
  low: Money.describe('US dollars at low load, decimal string with two places'),
  mid: Money.describe('US dollars at the expected load, decimal string with two places'),
  high: Money.describe('US dollars at high load, decimal string with two places'),
});

/** JSON form of a line item. */
export const LineItemJson = z.strictObject({
  resource: z.string().nullable().describe('logical id; null for charges without a resource'),
  component: z.string().describe('id of the component that the line belongs to'),
  region: z.string().optional().describe('AWS region code; absent in the region of the estimate'),
  type: z.string().describe('CloudFormation type, kind of a Kubernetes object, Node, DataTransfer or External'),
  kind: z.enum(LINE_KINDS).describe('kind of charge; find lines by kind, not by name'),
  state: z.enum(LINE_STATES).describe('priced, usage (the quantity is an assumption), free or unpriced'),
  excludesUsage: z
    .literal(true)
    .optional()
    .describe(
      'usage that the line depends on is not declared: quantity and monthlyUsd are lower bounds, and zero where no usage is declared at all; absent when all usage is declared',
    ),
  basis: z.enum(['list', 'derived']).nullable().describe('list price or derived price; null for free and unpriced lines'),
  name: z.string().describe('English, for readers: the noun of the kind, then the details in brackets'),
  quantity: z
    .strictObject({
      low: Exact.describe('quantity at low load, exact decimal string'),
      mid: Exact.describe('quantity at the expected load, exact decimal string'),
      high: Exact.describe('quantity at high load, exact decimal string'),
    })
    .describe('quantity per month, in `unit`'),
  unit: z.string().describe('unit of the quantity, such as hours, GB-month or requests'),
  unitPriceUsd: Exact.describe('price of one unit in US dollars, exact decimal string'),
  unitPriceRangeUsd: z
    .strictObject({
      low: Exact.describe('lowest price of one unit, US dollars'),
      high: Exact.describe('highest price of one unit, US dollars'),
    })
    .optional()
    .describe('range of the unit price; on lines of external services whose price is a range'),
  monthlyUsd: UsdIntervalJson.describe('quantity × unit price in US dollars per month, rounded to the cent'),
  sku: z.string().nullable().describe('SKU in the price list; null for free and unpriced lines'),
  source: z
    .strictObject({
      name: z.string().describe('name of the price list or document'),
      asOf: z.iso.date().describe('date of the price list or document, ISO 8601'),
    })
    .nullable()
    .describe('source of the price; null for free and unpriced lines'),
  reasonKind: z
    .enum(LINE_REASON_KINDS)
    .nullable()
    .describe('kind of the assumption of a usage line, or of the reason why a line is free or unpriced; null for other lines'),
  reason: z
    .string()
    .nullable()
    .describe('assumption of a usage line, rule of a derived price, or why a line is free or unpriced; null for other lines'),
  group: z.enum(COST_GROUPS).describe('cost group that the line is summed in'),
});
export type LineItemJson = z.infer<typeof LineItemJson>;

const UndecidedJson = z.union([z.string(), z.boolean()]).nullable();

const Count = z.int().min(0);

/** Output of `estimate --json`. */
export const EstimateJson = z
  .strictObject({
    currency: z.literal('USD').describe('currency of all amounts'),
    region: z.string().describe('AWS region code of the prices, unless a line has its own region'),
    priceDate: z.iso.date().nullable().describe('date of the oldest price used, ISO 8601; null when no line has a price'),
    monthlyUsd: UsdIntervalJson.describe(
      'sum of lineItems for one month of 730 hours; with `undecided`, low is the total of the cheapest deployment',
    ),
    externalMonthlyUsd: UsdIntervalJson.describe('part of monthlyUsd that external services charge'),
    derivedShare: z.number().min(0).max(1).describe('share of the mid of monthlyUsd that relies on derived prices, 0 to 1'),
    resources: z
      .strictObject({
        total: Count.describe('number of all resources'),
        priced: Count.describe('number of resources with a known price and quantity'),
        usage: Count.describe('number of resources whose quantity is usage'),
        free: Count.describe('number of resources without a charge'),
        unpriced: Count.describe('number of resources with an unknown price'),
      })
      .describe('numbers of resources by state; each resource counts once: unpriced if a line of it is, else priced, usage or free'),
    excludesUsageOf: z
      .array(
        z.strictObject({
          resource: z.string().nullable().describe('logical id; null for charges without a resource'),
          component: z.string().describe('id of the component'),
          type: z.string().describe('CloudFormation type, kind of object, or DataTransfer'),
          region: z.string().optional().describe('AWS region code; absent in the region of the estimate'),
        }),
      )
      .describe('resources and charges with usage that is not declared and that monthlyUsd excludes; empty when all usage is declared'),
    undecided: z
      .array(
        z.strictObject({
          template: z.string().describe('name of the template'),
          name: z.string().describe('name of the parameter or condition'),
          of: z.enum(['parameter', 'condition']).describe('kind of the value'),
          atHigh: UndecidedJson.describe(
            'value in the most expensive deployment, which lineItems, mid and high are for; null for any other value',
          ),
          atLow: UndecidedJson.describe('value in the cheapest deployment, which the low of monthlyUsd is for; null for any other value'),
        }),
      )
      .optional()
      .describe('values that are known only at deployment and that monthlyUsd depends on; absent when every condition is decided'),
    lineItems: z.array(LineItemJson).describe('line items in the order of the templates or manifests'),
  })
  .meta({ title: 'sizing estimate' });
export type EstimateJson = z.infer<typeof EstimateJson>;

/** The JSON form of an estimate: money and quantities as decimal strings. */
export function estimateToJson(estimate: Estimate): EstimateJson {
  return {
    currency: estimate.currency,
    region: estimate.region,
    priceDate: estimate.priceDate,
    monthlyUsd: usdIntervalJson(estimate.monthlyUsd),
    externalMonthlyUsd: usdIntervalJson(estimate.externalMonthlyUsd),
    derivedShare: estimate.derivedShare,
    resources: { ...estimate.resources },
    excludesUsageOf: estimate.excludesUsageOf.map((excluded) => ({ ...excluded })),
    ...(estimate.undecided !== undefined && { undecided: estimate.undecided.map((value) => ({ ...value })) }),
    lineItems: estimate.lineItems.map(lineItemToJson),
  };
}

/** The JSON form of one line. */
export function lineItemToJson(line: LineItem): LineItemJson {
  const { unitPriceRangeUsd: range } = line;
  return {
    resource: line.resource,
    component: line.component,
    ...(line.region !== undefined && { region: line.region }),
    type: line.type,
    kind: line.kind,
    state: line.state,
    ...(line.excludesUsage !== undefined && { excludesUsage: line.excludesUsage }),
    basis: line.basis,
    name: line.name,
    quantity: mapInterval(line.quantity, exact),
    unit: line.unit,
    unitPriceUsd: exact(line.unitPriceUsd),
    ...(range !== undefined && { unitPriceRangeUsd: { low: exact(range.low), high: exact(range.high) } }),
    monthlyUsd: usdIntervalJson(line.monthlyUsd),
    sku: line.sku,
    source: line.source === null ? null : { ...line.source },
    reasonKind: reasonKind(line.reason),
    reason: lineReason(line),
    group: line.group,
  };
}

/** The estimate of its JSON form, which the schema must have accepted. */
export function estimateFromJson({ undecided, ...json }: EstimateJson): Estimate {
  return {
    ...json,
    ...(undecided !== undefined && { undecided }),
    monthlyUsd: decimals(json.monthlyUsd),
    externalMonthlyUsd: decimals(json.externalMonthlyUsd),
    excludesUsageOf: json.excludesUsageOf.map(({ region, ...excluded }) => ({ ...excluded, ...(region !== undefined && { region }) })),
    lineItems: json.lineItems.map(
      ({ unitPriceRangeUsd: range, region, reasonKind: recordedKind, reason: text, excludesUsage, ...line }) => ({
        ...line,
        reason: text === null ? null : { kind: 'recorded', recordedKind, text },
        ...(excludesUsage !== undefined && { excludesUsage }),
        ...(region !== undefined && { region }),
        quantity: decimals(line.quantity),
        unitPriceUsd: usd(line.unitPriceUsd),
        ...(range !== undefined && { unitPriceRangeUsd: { low: usd(range.low), high: usd(range.high) } }),
        monthlyUsd: decimals(line.monthlyUsd),
      }),
    ),
  };
}

function exact(amount: Decimal): string {
  return amount.toFixed();
}

/** The JSON form of an amount of money as an interval. */
export function usdIntervalJson(amount: Interval<Decimal>): z.infer<typeof UsdIntervalJson> {
  return mapInterval(amount, toCents);
}

function decimals({ low, mid, high }: Interval<string>): Interval<Decimal> {
  return { low: usd(low), mid: usd(mid), high: usd(high) };
}
