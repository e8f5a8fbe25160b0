import type { Interval } from '../core/interval';
import type { Decimal, Usd } from '../core/money';
import type { PriceDerivation } from '../core/price-derivation';
import type { LineKind } from './charge-kinds';
import type { LineReason } from './line-reason';

/**
 * `priced`: quantity and price are known. `usage`: the quantity is a stated assumption. `free`: costs nothing, with the
 * reason. `unpriced`: the price is unknown, and the estimate fails.
 */
export const LINE_STATES = ['priced', 'usage', 'free', 'unpriced'] as const;
/** State of a line item. */
export type LineState = (typeof LINE_STATES)[number];

/** A line item: quantity × unit price. Amounts are rounded to the cent here and nowhere else. */
export interface LineItem {
  /** Logical id of the resource; `null` for charges without a resource. */
  readonly resource: string | null;
  /** Id of the component that the line belongs to. */
  readonly component: string;
  /** Region of the resource. Absent: the region of the estimate. */
  readonly region?: string;
  /** CloudFormation type, or the type of a charge without a resource: `DataTransfer`, `External`. */
  readonly type: string;
  /** Kind of the charge; code finds a line by its kind, never by its name. */
  readonly kind: LineKind;
  /** How the amount is known. */
  readonly state: LineState;
  /**
   * True on a usage line whose quantity leaves out usage because none is declared: its amount is a lower bound, and zero where no
   * usage at all is declared. Absent otherwise.
   */
  readonly excludesUsage?: true;
  /** Whether the price is in the price list, or derived as `derivation` says; `null` for free and unpriced lines. */
  readonly basis: 'list' | 'derived' | null;
  /** English, for readers: the plural noun of the kind, then the details in brackets: `Instance hours (db.m6g.large, Multi-AZ)`. */
  readonly name: string;
  /** Quantity per month, in `unit`. */
  readonly quantity: Interval<Decimal>;
  /** Unit of the quantity: `hours`, `GB-month`, `requests`. */
  readonly unit: string;
  /** Price of one unit, US dollars. */
  readonly unitPriceUsd: Usd;
  /** Range of the unit price, US dollars; present on lines of external services whose price is a range. */
  readonly unitPriceRangeUsd?: {
    /** Lowest price of one unit, US dollars. */
    readonly low: Usd;
    /** Highest price of one unit, US dollars. */
    readonly high: Usd;
  };
  /** Monthly cost, US dollars, rounded to the cent. */
  readonly monthlyUsd: Interval<Usd>;
  /** Stable name of the price: `rds/mysql/db.m6g.large/multi-az`. */
  readonly sku: string | null;
  /** Source of the price, with its date. */
  readonly source: {
    /** The price list, or the document of an external price. */
    readonly name: string;
    /** Date of the price, ISO 8601. */
    readonly asOf: string;
  } | null;
  /** The assumption of a usage line, or why a line is free or unpriced, as data; `null` on priced lines. */
  readonly reason: LineReason | null;
  /** How a derived price was computed. Absent for list prices, and on lines read from JSON. */
  readonly derivation?: PriceDerivation;
  /** The cost group that the line is summed in. */
  readonly group: CostGroup;
}

/** The cost groups, in the order of the summary. */
export const COST_GROUPS = [
  'compute',
  'gpu',
  'database',
  'cache',
  'network and balancer',
  'storage and backup',
  'observability and security',
  'transfer',
  'external',
] as const;
/** Cost group of a line item. */
export type CostGroup = (typeof COST_GROUPS)[number];

/** Number of resources by state. Each is counted once, in the worst state of its lines. */
export interface ResourceCounts {
  /** All resources. */
  readonly total: number;
  /** Resources with a price and a quantity. */
  readonly priced: number;
  /** Resources whose quantity is usage. */
  readonly usage: number;
  /** Resources without a charge. */
  readonly free: number;
  /** Resources whose price is unknown. */
  readonly unpriced: number;
}

/** A resource or charge whose quantity is usage that is not declared. */
export interface ExcludedUsage {
  /** Logical id of the resource; `null` for charges without a resource, such as data transfer. */
  readonly resource: string | null;
  /** Id of the component. */
  readonly component: string;
  /** CloudFormation type, kind of a Kubernetes object, or the type of a charge without a resource: `DataTransfer`. */
  readonly type: string;
  /** Region of the resource. Absent: the region of the estimate. */
  readonly region?: string;
}

/** The expected cost of one month of 730 hours. */
export interface Estimate {
  /** Currency of all amounts. */
  readonly currency: 'USD';
  /** The region whose prices apply, unless a line names another. */
  readonly region: string;
  /** Date of the oldest price used, ISO 8601; `null` when nothing has a price. */
  readonly priceDate: string | null;
  /** The sum of the lines, to the cent; with `undecided`, low is the total of the cheapest deployment. */
  readonly monthlyUsd: Interval<Usd>;
  /** Part of the total that external services charge. */
  readonly externalMonthlyUsd: Interval<Usd>;
  /** Share of the mid total that has derived prices, 0 to 1. */
  readonly derivedShare: number;
  /** Number of resources by state. Each is counted once, in the worst state of its lines: unpriced, priced, usage, free. */
  readonly resources: ResourceCounts;
  /** Resources and charges whose usage the total excludes, each once, in the order of the lines; empty when all usage is declared. */
  readonly excludesUsageOf: readonly ExcludedUsage[];
  /** Line items, in the order of the template. */
  readonly lineItems: readonly LineItem[];
  /**
   * Values of parameters and conditions that are known only at deployment, and that change the total: the lines, mid and high are of the
   * most expensive deployment, the low total is of the cheapest one. Absent when every condition is decided.
   */
  readonly undecided?: readonly RangeCause[];
}

/** A value that is known only at deployment, and that the total depends on. */
export interface RangeCause {
  /** Name of the template. */
  readonly template: string;
  /** Name of the parameter, or of the condition whose result is known only at deployment. */
  readonly name: string;
  /** Whether `name` is a parameter or a condition. */
  readonly of: 'parameter' | 'condition';
  /** Value in the most expensive deployment, which mid and high are for; `null` for any value that the template does not mention. */
  readonly atHigh: string | boolean | null;
  /** Value in the cheapest deployment, which low is for; `null` as in `atHigh`. */
  readonly atLow: string | boolean | null;
}
