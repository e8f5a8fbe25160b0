import { vcpuOf } from '../../lib/catalog/instance-shapes';
import { openPriceBook } from '../../lib/catalog/price-book';
import { templateFrom } from '../../lib/cloudformation/template-from';
import { USAGE_KEYS } from '../../lib/contract/usage';
import { certain } from '../../lib/core/interval';
import { estimateTemplates } from '../../lib/pricing/estimate-template';
import { FREE_RESOURCES } from '../../lib/pricing/free-resources';
import { PRICERS } from '../../lib/pricing/pricers';
import type { Resources, Use } from './charges';

/** The lines of resources in an estimate, each with its cost of the month: `Lambda requests: $2.00`; an unpriced line has no cost. */
export function invoice(resources: Resources, use: Use = {}, region: 'us-east-1' | 'eu-west-1' | 'eu-central-1' = 'us-east-1') {
  const raw = Object.entries(resources).map(([id, [type, properties = {}]]) => [id, { Type: type, Properties: properties }]);
  const template = templateFrom({ Resources: Object.fromEntries(raw) }, 'test', region);
  const usage = Object.entries(use).flatMap(([component, quantities]) =>
    USAGE_KEYS.flatMap((key) => {
      const quantity = quantities[key];
      if (quantity === undefined) return [];
      const interval = typeof quantity === 'number' ? certain(quantity) : quantity;
      return [{ component, key, quantity: interval, basis: { kind: 'stated' as const, text: 'a test' } }];
    }),
  );
  const book = openPriceBook(region);
  const { lineItems } = estimateTemplates([template], { book, pricers: PRICERS, freeResources: FREE_RESOURCES, vcpuOf, usage });
  const ofResources = lineItems.filter(({ resource }) => resource !== null);
  return ofResources.map(({ name, state, monthlyUsd }) =>
    state === 'unpriced' ? `${name}: unpriced` : `${name}: $${monthlyUsd.mid.toFixed(2)}`,
  );
}
