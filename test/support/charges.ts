import { vcpuOf } from '../../lib/catalog/instance-shapes';
import { openPriceBook } from '../../lib/catalog/price-book';
import { parameterPath } from '../../lib/cloudformation/parameter-path';
import { templateFrom } from '../../lib/cloudformation/template-from';
import type { TemplateResource } from '../../lib/cloudformation/template-resource';
import { valueNames } from '../../lib/cloudformation/value-names';
import { USAGE_KEYS, type UsageKey } from '../../lib/contract/usage';
import { certain, type Interval } from '../../lib/core/interval';
import { freeReasonText } from '../../lib/output/free-reasons';
import { propertyProblemText } from '../../lib/output/property-problems';
import { chargeName } from '../../lib/pricing/charge-kinds';
import type { Charge, PricingContext } from '../../lib/pricing/pricer';
import { PRICERS } from '../../lib/pricing/pricers';
import { UnreadableProperty } from '../../lib/pricing/property-problem';
import { indexResources } from '../../lib/pricing/resource-index';
import { makeUsageLedger } from '../../lib/pricing/usage-ledger';

/** Resources of a template by logical id: their type and properties. */
export type Resources = Readonly<Record<string, readonly [type: string, properties?: Readonly<Record<string, unknown>>]>>;

/** Declared use of the component that a resource is, by key: `{ Group: { expectedCount: 4 } }`. */
export type Use = Readonly<Record<string, Readonly<Partial<Record<UsageKey, number | Interval>>>>>;

/**
 * The charges of a resource, one line each: `Instance hours (t3.large): 730 of ec2/t3.large`. An interval shows its three
 * points, and a usage charge ends in `, assumed`.
 */
export function chargesOf(resources: Resources, id: string, use: Use = {}): readonly string[] {
  return rawCharges(resources, id, use).map(chargeText);
}

/** Words the problem of a property that cannot be read, as `output` does. */
function worded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof UnreadableProperty) error.message = propertyProblemText(error.problem);
    throw error;
  }
}

export function rawCharges(resources: Resources, id: string, use: Use = {}): readonly Charge[] {
  const { resource, context } = pricingOf(resources, id, use);
  return worded(() => pricerOf(resource.type).charges(resource, context));
}

/** Why a resource that is charged for nothing is free; undefined when there is no reason. */
export function freeReasonOf(resources: Resources, id: string): string | undefined {
  const { resource, context } = pricingOf(resources, id, {});
  const pricer = pricerOf(resource.type);
  const reason = worded(() => (pricer.charges(resource, context).length === 0 ? pricer.freeReason?.(resource, context) : undefined));
  return reason && freeReasonText(reason);
}

function pricerOf(type: string) {
  const pricer = PRICERS.find(({ types }) => types.includes(type));
  if (pricer === undefined) throw new Error(`no pricer knows ${type}`);
  return pricer;
}

function pricingOf(resources: Resources, id: string, use: Use): { readonly resource: TemplateResource; readonly context: PricingContext } {
  const raw = Object.entries(resources).map(([name, [type, properties = {}]]) => [name, { Type: type, Properties: properties }]);
  const template = templateFrom({ Resources: Object.fromEntries(raw) }, 'test');
  const index = indexResources(template.resources);
  const resource = template.resources.find((candidate) => candidate.id === id);
  if (resource === undefined) throw new Error(`the example has no ${id}`);
  const declarations = Object.entries(use).flatMap(([component, quantities]) =>
    USAGE_KEYS.flatMap((key) => {
      const quantity = quantities[key];
      if (quantity === undefined) return [];
      return [
        {
          component,
          key,
          quantity: typeof quantity === 'number' ? certain(quantity) : quantity,
          basis: { kind: 'stated' as const, text: `declared ${key}` },
        },
      ];
    }),
  );
  const ledger = makeUsageLedger(declarations);
  const book = openPriceBook('us-east-1');
  const context: PricingContext = {
    region: book.region,
    follow: (reference) => index.follow(reference),
    parameterPath: (reference) => parameterPath(reference, template.raw),
    namesOf: (value) => valueNames(template.raw).get(value) ?? [],
    ofType: (type) => index.ofType(type),
    usage: (asking, key) => ledger.quantityFor(asking, key),
    expectedCount: (asking) => ledger.expectedCount(asking),
    declaresUsageOf: (asking, key) => ledger.declaresUsageOf(asking, key),
    unitUsdOf: (sku) => book.find(sku)?.tiers[0]?.usd.toNumber(),
    vcpuOf,
  };
  return { resource, context };
}

function chargeText({ kind, details, sku, quantity: { low, mid, high }, assumption }: Charge): string {
  const quantity = low === mid && mid === high ? `${mid}` : `${low} – ${mid} – ${high}`;
  return `${chargeName(kind, details)}: ${quantity} of ${sku}${assumption === undefined ? '' : ', assumed'}`;
}
