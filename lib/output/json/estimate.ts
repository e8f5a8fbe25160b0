import { z } from 'zod';
import type { Interval } from '../../core/interval';
import { type Decimal, toCents, usd } from '../../core/money';
import { LINE_KINDS } from '../../pricing/charge-kinds';
import { COST_GROUPS, type Estimate, LINE_STATES, type LineItem } from '../../pricing/estimate';
import { UNPRICED_KINDS } from '../../pricing/unpriced-kinds';

const Money = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .describe('US dollars as a decimal string with two places');
const Exact = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('an exact decimal string');

const MoneyInterval = z.strictObject({
  low: Money.describe('low end'),
  mid: Money.describe('expected value'),
  high: Money.describe('high end'),
});

/** One line of a bill. */
export const LineItemJson = z.strictObject({
  resource: z.string().nullable().describe('logical id; null for charges without a resource'),
  component: z.string().describe('id of the component'),
  region: z.string().optional().describe('AWS region code; absent in the region of the estimate'),
  type: z.string().describe('CloudFormation type, DataTransfer or External'),
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
    .strictObject({ low: Exact.describe('low end'), mid: Exact.describe('expected value'), high: Exact.describe('high end') })
    .describe('quantity per month'),
  unit: z.string().describe('unit of the quantity'),
  unitPriceUsd: Exact.describe('price per unit, US dollars'),
  unitPriceRangeUsd: z
    .strictObject({ low: Exact.describe('low end'), high: Exact.describe('high end') })
    .optional()
    .describe('range of the unit price, when it is a range'),
  monthlyUsd: MoneyInterval.describe('US dollars per month'),
  sku: z.string().nullable().describe('SKU in the price list; null for free and unpriced lines'),
  source: z
    .strictObject({ name: z.string().describe('name for readers'), asOf: z.iso.date().describe('date of the source, ISO 8601') })
    .nullable()
    .describe('source of the figure'),
  unpricedKind: z.enum(UNPRICED_KINDS).optional().describe('why the line has no price; on unpriced lines only'),
  reason: z.string().nullable().describe('assumption, rule of a derived price, or why there is no price'),
  group: z.enum(COST_GROUPS).describe('cost group'),
});
export type LineItemJson = z.infer<typeof LineItemJson>;

const Count = z.int().min(0);

/** What `estimate --json` prints. */
export const EstimateJson = z
  .strictObject({
    currency: z.literal('USD').describe('currency of all amounts'),
    region: z.string().describe('AWS region code'),
    priceDate: z.iso.date().nullable().describe('date of the oldest price used'),
    monthlyUsd: MoneyInterval.describe('the sum of the lines'),
    externalMonthlyUsd: MoneyInterval.describe('external services, included in monthlyUsd'),
    derivedShare: z.number().min(0).max(1).describe('share of the mid total that relies on derived prices'),
    resources: z
      .strictObject({
        total: Count.describe('all resources'),
        priced: Count.describe('with a known price and quantity'),
        usage: Count.describe('billed by usage'),
        free: Count.describe('without cost'),
        unpriced: Count.describe('without a known price'),
      })
      .describe('every resource once, in the worst state of its lines'),
    excludesUsageOf: z
      .array(
        z.strictObject({
          resource: z.string().nullable().describe('logical id; null for charges without a resource'),
          component: z.string().describe('id of the component'),
          type: z.string().describe('CloudFormation type, kind of object, or DataTransfer'),
          region: z.string().optional().describe('AWS region code; absent in the region of the estimate'),
        }),
      )
      .describe('billed by usage that is not declared: monthlyUsd leaves this usage out; empty when all usage is declared'),
    lineItems: z.array(LineItemJson).describe('every line item'),
  })
  .meta({ title: 'sizing estimate' });
export type EstimateJson = z.infer<typeof EstimateJson>;

/** The JSON form of an estimate: money and quantities as decimal strings. */
export function estimateToJson(estimate: Estimate): EstimateJson {
  return {
    currency: estimate.currency,
    region: estimate.region,
    priceDate: estimate.priceDate,
    monthlyUsd: money(estimate.monthlyUsd),
    externalMonthlyUsd: money(estimate.externalMonthlyUsd),
    derivedShare: estimate.derivedShare,
    resources: { ...estimate.resources },
    excludesUsageOf: estimate.excludesUsageOf.map((excluded) => ({ ...excluded })),
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
    quantity: { low: exact(line.quantity.low), mid: exact(line.quantity.mid), high: exact(line.quantity.high) },
    unit: line.unit,
    unitPriceUsd: exact(line.unitPriceUsd),
    ...(range !== undefined && { unitPriceRangeUsd: { low: exact(range.low), high: exact(range.high) } }),
    monthlyUsd: money(line.monthlyUsd),
    sku: line.sku,
    source: line.source === null ? null : { ...line.source },
    ...(line.unpricedKind !== undefined && { unpricedKind: line.unpricedKind }),
    reason: line.reason,
    group: line.group,
  };
}

/** The estimate of its JSON form, which the schema must have accepted. */
export function estimateFromJson(json: EstimateJson): Estimate {
  return {
    ...json,
    monthlyUsd: decimals(json.monthlyUsd),
    externalMonthlyUsd: decimals(json.externalMonthlyUsd),
    excludesUsageOf: json.excludesUsageOf.map(({ region, ...excluded }) => ({ ...excluded, ...(region !== undefined && { region }) })),
    lineItems: json.lineItems.map(({ unitPriceRangeUsd: range, region, unpricedKind, excludesUsage, ...line }) => ({
      ...line,
      ...(unpricedKind !== undefined && { unpricedKind }),
      ...(excludesUsage !== undefined && { excludesUsage }),
      ...(region !== undefined && { region }),
      quantity: decimals(line.quantity),
      unitPriceUsd: usd(line.unitPriceUsd),
      ...(range !== undefined && { unitPriceRangeUsd: { low: usd(range.low), high: usd(range.high) } }),
      monthlyUsd: decimals(line.monthlyUsd),
    })),
  };
}

function exact(amount: Decimal): string {
  return amount.toFixed();
}

function money({ low, mid, high }: Interval<Decimal>): z.infer<typeof MoneyInterval> {
  return { low: toCents(low), mid: toCents(mid), high: toCents(high) };
}

function decimals({ low, mid, high }: Interval<string>): Interval<Decimal> {
  return { low: usd(low), mid: usd(mid), high: usd(high) };
}
