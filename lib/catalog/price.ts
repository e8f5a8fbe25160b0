import type { Decimal, Usd } from '../core/money';
import type { PriceDerivation } from '../core/price-derivation';

/** One tier of a price. */
export interface PriceTier {
  /** Cumulative quantity up to which the tier applies. Absent: the last tier, without an end. */
  readonly upTo?: Decimal;
  /** Price of one unit, US dollars. */
  readonly usd: Usd;
}

/** A price in a region, with its source. */
export interface Price {
  /** Stable name of the price: `rds/mysql/db.m6g.large/multi-az`. */
  readonly sku: string;
  /** Unit of the quantity: `hours`, `GB-month`. */
  readonly unit: string;
  /** Tiers by quantity per month. A flat price is one tier without an end. */
  readonly tiers: readonly PriceTier[];
  /** Whether the price is listed or derived. */
  readonly basis: 'list' | 'derived';
  /** How a derived price was computed, with its numbers. Absent: a list price. */
  readonly derivation?: PriceDerivation;
  /** Source of the price, with its date; for a derived price, the oldest date of its sources. */
  readonly source: { readonly name: string; readonly asOf: string };
}

/** All prices of one region. */
export interface PriceBook {
  /** The region. */
  readonly region: string;
  /** Three Availability Zones of the region. */
  readonly zones: readonly [string, string, string];
  /** Ids of three Availability Zones; an id is the same place in every account, while a name is not. */
  readonly zoneIds: readonly [string, string, string];
  /** The list price, otherwise a price derived by a stated rule, otherwise undefined. */
  find(sku: string): Price | undefined;
  /** The list price, or undefined. */
  listPrice(sku: string): Price | undefined;
  /** Whether the region is known to sell it: it has a list price, or a source states that it is sold. */
  sells(sku: string): boolean;
  /** Names of the list prices that start with a prefix, in the order of the data file. */
  listed(prefix: string): readonly string[];
}
