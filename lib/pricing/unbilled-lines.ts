import type { FreeReason } from '../core/free-reason';
import { certain } from '../core/interval';
import { Decimal, ZERO_USD } from '../core/money';
import { chargeName } from './charge-kinds';
import type { CostGroup, LineItem } from './estimate';
import type { LineReason, UnpricedReason } from './line-reason';
import type { LineSubject } from './line-subject';
import type { Charge } from './pricer';

/** The charge that an unpriced line is for. */
export type UnpricedCharge = Pick<Charge, 'kind' | 'details'> & { readonly group?: CostGroup };

/** A resource that costs nothing, with the reason. */
export function freeLine(resource: LineSubject, reason: FreeReason): LineItem {
  return { ...lineWithoutPrice(resource, reason), state: 'free' };
}

/** A resource, or one charge of it, without a known price: an estimate with such a line is incomplete. */
export function unpricedLine(subject: LineSubject, reason: UnpricedReason, charge?: UnpricedCharge): LineItem {
  const whole = { ...lineWithoutPrice(subject, reason), state: 'unpriced' } as const;
  if (charge === undefined) return whole;
  const { kind, details, group = whole.group } = charge;
  return { ...whole, kind, name: chargeName(kind, details), group };
}

function lineWithoutPrice(subject: LineSubject, reason: LineReason): Omit<LineItem, 'state'> {
  return {
    resource: subject.id,
    component: subject.component,
    type: subject.type,
    kind: 'whole-resource',
    basis: null,
    name: subject.type,
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
