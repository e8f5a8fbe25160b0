import type { ExternalDeclaration } from '../contract/schema';
import { type Interval, mapInterval } from '../core/interval';
import { Decimal, roundToCents } from '../core/money';
import type { LineItem } from './estimate';

/** The line of an external service. Low is the lowest quantity at the lowest price, high the highest quantity at the highest price. */
export function externalLine(external: ExternalDeclaration): LineItem {
  const quantity = mapInterval(external.quantity, (amount) => new Decimal(amount));
  const [low, high] = [new Decimal(external.unitPriceUsd.low), new Decimal(external.unitPriceUsd.high)];
  const mid = low.plus(high).div(2);
  return {
    resource: null,
    component: external.id,
    type: 'External',
    kind: 'external-service',
    state: 'usage',
    basis: 'list',
    name: external.name,
    quantity,
    unit: external.unit,
    unitPriceUsd: mid,
    unitPriceRangeUsd: { low, high },
    monthlyUsd: amounts(quantity, { low, mid, high }),
    sku: null,
    source: { name: external.source, asOf: external.asOf },
    reason: {
      kind: 'external-service',
      quantity: `${quantity.mid}`,
      unit: external.unit,
      lowUsd: `${low}`,
      highUsd: `${high}`,
    },
    group: 'external',
  };
}

function amounts(quantity: Interval<Decimal>, price: Interval<Decimal>): Interval<Decimal> {
  return {
    low: roundToCents(quantity.low.times(price.low)),
    mid: roundToCents(quantity.mid.times(price.mid)),
    high: roundToCents(quantity.high.times(price.high)),
  };
}
