import { toCents } from '../core/money';
import type { LineItem } from '../pricing/estimate';
import { reasonKind } from '../pricing/line-reason';
import { isKnown } from './line-amounts';
import { lineReason } from './line-reasons';
import type { Records } from './report';

const COLUMNS = {
  component: (line) => line.component,
  resource: (line) => line.resource ?? '',
  type: (line) => line.type,
  kind: (line) => line.kind,
  state: (line) => line.state,
  excludesUsage: (line) => (line.excludesUsage === true ? 'true' : ''),
  basis: (line) => line.basis ?? '',
  group: (line) => line.group,
  name: (line) => line.name,
  quantityLow: (line) => (isKnown(line) ? line.quantity.low.toFixed() : ''),
  quantityMid: (line) => (isKnown(line) ? line.quantity.mid.toFixed() : ''),
  quantityHigh: (line) => (isKnown(line) ? line.quantity.high.toFixed() : ''),
  unit: (line) => line.unit,
  unitPriceUsd: (line) => (line.state === 'unpriced' ? '' : line.unitPriceUsd.toFixed()),
  monthlyUsdLow: (line) => (isKnown(line) ? toCents(line.monthlyUsd.low) : ''),
  monthlyUsdMid: (line) => (isKnown(line) ? toCents(line.monthlyUsd.mid) : ''),
  monthlyUsdHigh: (line) => (isKnown(line) ? toCents(line.monthlyUsd.high) : ''),
  sku: (line) => line.sku ?? '',
  source: (line) => line.source?.name ?? '',
  sourceDate: (line) => line.source?.asOf ?? '',
  reasonKind: (line) => reasonKind(line.reason) ?? '',
  reason: (line) => lineReason(line) ?? '',
} as const satisfies Readonly<Record<string, (line: LineItem) => string>>;

/** Each line item of an estimate as one record, the free ones included. Unknown quantities and costs are empty fields, never zero. */
export function lineRecords(lines: readonly LineItem[]): Records {
  return {
    columns: Object.keys(COLUMNS),
    rows: lines.map((line) => Object.values(COLUMNS).map((text) => text(line))),
  };
}
