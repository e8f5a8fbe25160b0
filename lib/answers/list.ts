import { SYSTEMS } from '../../tiers';
import { openPriceBook, pricedRegions } from '../catalog/price-book';
import type { SystemInput } from '../model/inputs';
import type { PublishedRange } from '../model/scalars';
import type { Tier } from '../model/tier';
import { loadSystem } from './blueprint-for';
import { OPTION_DESCRIPTIONS, type OptionDescription } from './option-descriptions';

/** One tier of a system. */
export interface ListedTier {
  /** The id, as requests name it. */
  readonly id: string;
  /** Whom the tier is for. */
  readonly description: string;
  /** Concurrent users that the source document publishes. */
  readonly concurrentUsers: PublishedRange;
  /** Values of the option `topology` that the tier supports. */
  readonly topologies: readonly string[];
  /** GPU model that the tier has by default, or `none`. */
  readonly gpu: string;
}

/** One system with its tiers. */
export interface ListedSystem {
  /** The id, as requests name it. */
  readonly id: string;
  /** The name for readers. */
  readonly name: string;
  /** The document that publishes the tiers. */
  readonly source: string;
  /** From the smallest tier to the largest. */
  readonly tiers: readonly ListedTier[];
}

/** A region that has prices. */
export interface ListedRegion {
  /** AWS region code. */
  readonly id: string;
  /** Date of the oldest price, ISO 8601. */
  readonly oldestPrice: string;
  /** Date of the newest price, ISO 8601. */
  readonly newestPrice: string;
  /** Number of SKUs with a list price. */
  readonly prices: number;
}

/** Everything that a request can name. */
export interface ListAnswer {
  /** Systems with their tiers. */
  readonly systems: readonly ListedSystem[];
  /** Options with their accepted values. */
  readonly options: readonly OptionDescription[];
  /** Regions with prices. */
  readonly regions: readonly ListedRegion[];
}

/** Lists systems with their tiers, options with their accepted values, and regions with prices. Default: all systems of the package. */
export function listTiers(systems: readonly SystemInput[] = SYSTEMS): ListAnswer {
  return {
    systems: systems.map(loadSystem).map(({ id, name, source, tiers }) => ({ id, name, source, tiers: tiers.map(listedTier) })),
    options: OPTION_DESCRIPTIONS,
    regions: pricedRegions().map(listedRegion),
  };
}

function listedTier(tier: Tier): ListedTier {
  return {
    id: tier.id,
    description: tier.description,
    concurrentUsers: tier.published.concurrentUsers,
    topologies: tier.singleHost ? ['managed', 'single-host'] : ['managed'],
    gpu: tier.gpu?.default ?? 'none',
  };
}

function listedRegion(id: string): ListedRegion {
  const book = openPriceBook(id);
  const skus = book.listed('');
  const dates = skus.flatMap((sku) => book.listPrice(sku)?.source.asOf ?? []).sort();
  return { id, prices: skus.length, oldestPrice: dates[0] ?? '', newestPrice: dates.at(-1) ?? '' };
}
