import { vcpuOf } from '../catalog/instance-shapes';
import { openPriceBook } from '../catalog/price-book';
import type { Template } from '../cloudformation/template-resource';
import { combineEstimates } from '../pricing/combine-estimates';
import type { Estimate } from '../pricing/estimate';
import { estimateTemplates } from '../pricing/estimate-template';
import { FREE_RESOURCES } from '../pricing/free-resources';
import { PRICERS } from '../pricing/pricers';

/**
 * The estimate of templates in a region with the price list of this package. Templates of this package declare their usage;
 * the usage of other templates is not included and is listed in `excludesUsageOf`. Throws an InputError for a region without prices.
 */
export function priceTemplates(templates: readonly Template[], region: string): Estimate {
  return estimateTemplates(templates, { book: openPriceBook(region), pricers: PRICERS, freeResources: FREE_RESOURCES, vcpuOf });
}

/** The estimate of templates, each in its own region; templates without one are in `region`, the region of the estimate. */
export function priceTemplatesOfRegions(templates: readonly Template[], region: string): Estimate {
  const regions = [...new Set([region, ...templates.map((template) => template.region ?? region)])];
  const [first, ...others] = regions.map((each) =>
    priceTemplates(
      templates.filter((template) => (template.region ?? region) === each),
      each,
    ),
  );
  if (first === undefined) throw new Error('an estimate has a region');
  return combineEstimates(first, ...others);
}
