import { vcpuOf } from './catalog';
import { combineEstimates, type Estimate, estimateTemplates, FREE_RESOURCES, openPriceBook, PRICERS } from './pricing';
import type { Template } from './template';

/**
 * The bill of templates in a region, with everything that this package knows about prices. Templates of ours declare
 * their use; for others every quantity of use is zero. Throws an InputError for a region without prices.
 */
export function priceTemplates(templates: readonly Template[], region: string): Estimate {
  return estimateTemplates(templates, { book: openPriceBook(region), pricers: PRICERS, freeResources: FREE_RESOURCES, vcpuOf });
}

/** The bill of templates, each in its own region; those of none are in `region`, which is the bill's own. */
export function priceTemplatesOfRegions(templates: readonly Template[], region: string): Estimate {
  const regions = [...new Set([region, ...templates.map((template) => template.region ?? region)])];
  const [first, ...others] = regions.map((each) =>
    priceTemplates(
      templates.filter((template) => (template.region ?? region) === each),
      each,
    ),
  );
  if (first === undefined) throw new Error('a bill has a region');
  return combineEstimates(first, ...others);
}
