import { SYSTEMS } from '../../tiers';
import { openPriceBook, pricedRegions } from '../catalog/price-book';
import type { PublishedRange } from '../model/scalars';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import type { SystemDefinition } from '../model/tier-extension';
import { OPTION_DESCRIPTIONS, type OptionDescription } from './option-descriptions';
import { loadSystems } from './system-reference';

/** One tier of a system. */
export interface ListedTier {
  /** The id, as requests name it. */
  readonly id: string;
  /** Purpose of the tier. */
  readonly description: string;
  /** Concurrent users that the source document publishes, or those of the workload without a document. */
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
  /** The document that publishes the tiers; absent for a system without one. */
  readonly source?: string;
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

/** Lists systems with their tiers, options with their accepted values, and regions with prices. Default: the examples of the package. */
export function listTiers(systems: readonly SystemDefinition[] = SYSTEMS): ListAnswer {
  return {
    systems: loadSystems(systems).map(listedSystem),
    options: OPTION_DESCRIPTIONS,
    regions: pricedRegions().map(listedRegion),
  };
}

/** The users of the workload, as a published range. */
function workloadRange({ workload: { concurrentUsers } }: Tier): PublishedRange {
  return [concurrentUsers.low, concurrentUsers.high];
}

function listedSystem({ id, name, source, tiers }: System): ListedSystem {
  return { id, name, ...(source !== undefined && { source }), tiers: tiers.map(listedTier) };
}

function listedTier(tier: Tier): ListedTier {
  return {
    id: tier.id,
    description: tier.description,
    concurrentUsers: tier.published?.concurrentUsers ?? workloadRange(tier),
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
