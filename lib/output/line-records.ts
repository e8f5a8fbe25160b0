import { toCents } from '../core/money';
import type { LineItem } from '../pricing/estimate';
import type { Records } from './report';

const COLUMNS = {
  component: (line) => line.component,
  resource: (line) => line.resource ?? '',
  type: (line) => line.type,
  kind: (line) => line.kind,
  state: (line) => line.state,
  basis: (line) => line.basis ?? '',
  group: (line) => line.group,
  name: (line) => line.name,
  quantityLow: (line) => line.quantity.low.toFixed(),
  quantityMid: (line) => line.quantity.mid.toFixed(),
  quantityHigh: (line) => line.quantity.high.toFixed(),
  unit: (line) => line.unit,
  unitPriceUsd: (line) => line.unitPriceUsd.toFixed(),
  monthlyUsdLow: (line) => toCents(line.monthlyUsd.low),
  monthlyUsdMid: (line) => toCents(line.monthlyUsd.mid),
  monthlyUsdHigh: (line) => toCents(line.monthlyUsd.high),
  sku: (line) => line.sku ?? '',
  source: (line) => line.source?.name ?? '',
  sourceDate: (line) => line.source?.asOf ?? '',
  reason: (line) => line.reason ?? '',
} as const satisfies Readonly<Record<string, (line: LineItem) => string>>;

/** Every line of a bill as one record, the free ones too. */
export function lineRecords(lines: readonly LineItem[]): Records {
  return {
    columns: Object.keys(COLUMNS),
    rows: lines.map((line) => Object.values(COLUMNS).map((text) => text(line))),
  };
}
