import type { Decimal, Usd } from '../core/money';

/** What one unit costs, up to how many of them. */
export interface PriceTier {
  /** Units in all that the tiers up to and with this one reach; absent on a last tier without an end. */
  readonly upTo?: Decimal;
  /** Price of one unit, US dollars. */
  readonly usd: Usd;
}

/** What something costs in a region, and how we know. */
export interface Price {
  /** Our stable name of the price: `rds/mysql/db.m6g.large/multi-az`. */
  readonly sku: string;
  /** What is counted: `hours`, `GB-month`. */
  readonly unit: string;
  /** A flat price is one tier without an end. Quantities are per month. */
  readonly tiers: readonly PriceTier[];
  /** Whether the price is listed or derived. */
  readonly basis: 'list' | 'derived';
  /** How a derived price came about, with its numbers; absent for list prices. */
  readonly rule?: string;
  /** Where the price is from; of a derived price, the oldest date that it stands on. */
  readonly source: { readonly name: string; readonly asOf: string };
}

/** All prices of one region. */
export interface PriceBook {
  /** The region. */
  readonly region: string;
  /** Three Availability Zones of the region. */
  readonly zones: readonly [string, string, string];
  /** The list price, else one derived by a stated rule, else undefined. */
  find(sku: string): Price | undefined;
  /** The list price, or undefined. */
  listPrice(sku: string): Price | undefined;
  /** Names of the list prices that start with a prefix, in the order of the data file. */
  listed(prefix: string): readonly string[];
}
