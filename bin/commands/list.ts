import { loadSystem } from '../../lib/answers/blueprint-for';
import { openPriceBook, pricedRegions } from '../../lib/catalog/price-book';
import type { System } from '../../lib/model/system';
import type { Tier } from '../../lib/model/tier';
import { type Catalogue, listView } from '../../lib/output/list';
import { spanOf, spanText } from '../../lib/output/tier-form';
import { SYSTEMS } from '../../tiers';
import type { Command } from '../command';
import { OPTIONS } from './blueprint-options';

export const list: Command = {
  name: 'list',
  summary: 'list systems, tiers, options and the regions that have prices',
  arguments: [],
  flags: [],
  examples: ['sizing list', 'sizing list --json'],
  run: async () => {
    const catalogue = catalogueOf(SYSTEMS.map(loadSystem));
    return { report: { data: catalogue, ...listView(catalogue) } };
  },
};

function catalogueOf(systems: readonly System[]): Catalogue {
  return {
    systems: systems.map(({ id, name, source, tiers }) => ({ id, name, source, tiers: tiers.map(tierEntry) })),
    options: [...OPTIONS],
    regions: pricedRegions().map(regionEntry),
  };
}

function tierEntry(tier: Tier): Catalogue['systems'][number]['tiers'][number] {
  return {
    id: tier.id,
    description: tier.description,
    concurrentUsers: spanText(spanOf(tier.published.concurrentUsers)),
    topologies: tier.singleHost ? ['managed', 'single-host'] : ['managed'],
    gpu: tier.gpu?.default ?? 'none',
  };
}

function regionEntry(id: string): Catalogue['regions'][number] {
  const book = openPriceBook(id);
  const skus = book.listed('');
  const dates = skus.flatMap((sku) => book.listPrice(sku)?.source.asOf ?? []).sort();
  return { id, prices: skus.length, oldestPrice: dates[0] ?? '', newestPrice: dates.at(-1) ?? '' };
}
