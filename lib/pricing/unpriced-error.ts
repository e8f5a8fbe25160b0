import type { ExcludedUsage, LineItem } from './estimate';

/** A line item that makes an estimate incomplete: its type, resource, name, reason and, where the price is derived, its derivation. */
export type IncompleteLine = Pick<LineItem, 'type' | 'resource' | 'name' | 'reason' | 'derivation'>;

/** An estimate is incomplete because prices, or required usage, are unknown: exit code 3. The command words its lines. */
export class UnpricedError extends Error {
  /** Name of the class, for code that has the error of another copy of the package. */
  override readonly name = 'UnpricedError';
  constructor(
    /** Line items without a price that are not allowed. */
    readonly unpriced: readonly IncompleteLine[],
    /** Line items with a derived price, where derived prices are refused. */
    readonly derived: readonly IncompleteLine[] = [],
    /** Resources and charges whose usage is unknown, where all usage is required. */
    readonly unknownUsage: readonly ExcludedUsage[] = [],
  ) {
    super(
      `incomplete estimate: line items without a price: ${unpriced.length}, with a refused derived price: ${derived.length}, subjects of unknown usage: ${unknownUsage.length}`,
    );
  }
}
