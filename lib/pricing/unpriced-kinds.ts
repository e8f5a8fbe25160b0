/**
 * Why a line has no price. `no-list-price`: the price book of the region has none. `invalid-quantity`: the quantity is
 * negative, infinite or out of order. `unknown-type`: no pricer knows the resource type. `unreadable-property`: a property
 * that decides the price is missing, invalid or known at deployment only. `unreadable-object`: the same of a Kubernetes
 * object. `unknown-storage`: the type of a volume is not known. `no-charges`: no charge was found, and no reason to be free.
 * `unplaced-pods`: no node has room for the pods.
 */
export const UNPRICED_KINDS = [
  'no-list-price',
  'invalid-quantity',
  'unknown-type',
  'unreadable-property',
  'unreadable-object',
  'unknown-storage',
  'no-charges',
  'unplaced-pods',
] as const;
/** Why a line has no price, for code; `reason` is the text for readers. */
export type UnpricedKind = (typeof UNPRICED_KINDS)[number];
