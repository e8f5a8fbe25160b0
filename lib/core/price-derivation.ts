/** Reasons of the rules that derive prices, by id; `output` words them. */
export type DerivationReason =
  | 'class-of-cluster-database'
  | 'cluster-instance'
  | 'cluster-storage'
  | 'flat-charge'
  | 'general-purpose-instances'
  | 'general-purpose-storage'
  | 'io-optimized'
  | 'lcu'
  | 'lcu-of-application-balancers'
  | 'nearest-balancer'
  | 'nearest-volume'
  | 'network-appliances'
  | 'next-family'
  | 'older-class'
  | 'older-family'
  | 'other-architecture'
  | 'other-class'
  | 'proportional-to-size'
  | 'same-generation'
  | 'same-volume'
  | 'same-volume-operations'
  | 'serverless-cache'
  | 'size-of-family'
  | 'standby'
  | 'two-standbys'
  | 'us-east-1-like-us-west-2'
  | 'vcpu-hours';

/** How a price that no list contains was computed, as data; `output` words it. Amounts are US dollars for one unit. */
export type PriceDerivation =
  /** From another price of the same region, multiplied by `times` and divided by `per`. */
  | {
      readonly kind: 'sibling';
      /** The other price, tier by tier. */
      readonly usd: readonly string[];
      /** Factor of the other price. */
      readonly times: number;
      /** Divisor of the other price. */
      readonly per: number;
      /** Name of the other price. */
      readonly sku: string;
      /** Region of both prices. */
      readonly region: string;
      /** Reason of the rule. */
      readonly reason: DerivationReason;
      /** How the other price was derived; absent for a list price. */
      readonly base?: PriceDerivation;
    }
  /** The same price as in another region. */
  | {
      readonly kind: 'unchanged';
      /** The price, tier by tier. */
      readonly usd: readonly string[];
      /** The other region. */
      readonly reference: string;
      /** Reason of the rule. */
      readonly reason: DerivationReason;
      /** How that price was derived; absent for a list price. */
      readonly base?: PriceDerivation;
    }
  /** The price of the reference region times the ratio of another price in both regions. */
  | {
      readonly kind: 'ratio';
      /** The price in the reference region, tier by tier. */
      readonly usd: readonly string[];
      /** The reference region. */
      readonly reference: string;
      /** The other price in the region. */
      readonly usdHere: string;
      /** The other price in the reference region. */
      readonly usdThere: string;
      /** Name of the other price. */
      readonly sku: string;
      /** The region. */
      readonly region: string;
      /** Reason of the rule. */
      readonly reason: DerivationReason;
      /** How the price of the reference region was derived; absent for a list price. */
      readonly base?: PriceDerivation;
    }
  /** The price of the last tier, for a quantity above its end. */
  | {
      readonly kind: 'beyond-last-tier';
      /** Price of the last tier. */
      readonly usd: string;
      /** End of the last tier, in `unit`. */
      readonly upTo: string;
      /** Unit of the quantity. */
      readonly unit: string;
    };
