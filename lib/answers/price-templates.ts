import { vcpuOf } from '../catalog/instance-shapes';
import { openPriceBook } from '../catalog/price-book';
import type { Template } from '../cloudformation/template-resource';
import { combineEstimates } from '../pricing/combine-estimates';
import type { Estimate } from '../pricing/estimate';
import { estimateTemplates } from '../pricing/estimate-template';
import { FREE_RESOURCES } from '../pricing/free-resources';
import { PRICERS } from '../pricing/pricers';

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
