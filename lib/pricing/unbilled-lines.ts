import { certain, Decimal, ZERO_USD } from '../units';
import type { Bearer } from './bearer';
import type { CostGroup, LineItem } from './estimate';

/** A resource that costs nothing, with the reason. */
export function freeLine(resource: Bearer, reason: string): LineItem {
  return { ...lineWithoutPrice(resource, resource.type, reason), state: 'free' };
}

/** A resource or charge that nobody can price: an estimate with such a line is incomplete. */
export function unpricedLine(bearer: Bearer, name: string, reason: string, group?: CostGroup): LineItem {
  return { ...lineWithoutPrice(bearer, name, reason), state: 'unpriced', ...(group !== undefined && { group }) };
}

function lineWithoutPrice(bearer: Bearer, name: string, reason: string): Omit<LineItem, 'state'> {
  return {
    resource: bearer.id,
    component: bearer.component,
    type: bearer.type,
    basis: null,
    name,
    quantity: certain(new Decimal(1)),
    unit: 'resources',
    unitPriceUsd: ZERO_USD,
    monthlyUsd: certain(ZERO_USD),
    sku: null,
    source: null,
    reason,
    // Lines without a price add nothing to any group.
    group: 'compute',
  };
}
