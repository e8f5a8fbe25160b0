import type { Blueprint, ResolvedExternal, UsageQuantity } from '../blueprint';
import { type Interval, mapInterval } from '../units';

/** Version of the form below; a reader refuses versions that it does not know. */
const VERSION = 1;

/** What the bill needs and no resource says. It travels with what is synthesized, so that files can be priced alone. */
export interface Declaration {
  readonly version: typeof VERSION;
  readonly system: string;
  readonly tier: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** On stacks that stand by for another region: which. */
  readonly standsBy?: string;
  readonly usage: readonly DeclaredUsage[];
  readonly externals: readonly DeclaredExternal[];
}

/** Amounts are texts: linters of templates refuse fractions in metadata. */
type DeclaredUsage = Omit<UsageQuantity, 'quantity'> & { readonly quantity: Interval<string> };
type DeclaredExternal = Omit<ResolvedExternal, 'kind' | 'quantity' | 'unitPriceUsd'> & {
  readonly quantity: Interval<string>;
  readonly unitPriceUsd: { readonly low: string; readonly high: string };
};

export function declarationOf({ system, tier, options, usage, components, standsBy }: Blueprint): Declaration {
  // A budget is a wish of who deploys, and nothing of what is deployed.
  const { budget: _budget, ...deployed } = options;
  return {
    version: VERSION,
    system: system.id,
    tier: tier.id,
    options: deployed,
    ...(standsBy === undefined ? {} : { standsBy: standsBy.primary }),
    usage: usage.map((entry) => ({ ...entry, quantity: mapInterval(entry.quantity, String) })),
    externals: Object.values(components)
      .filter((component) => component.kind === 'external')
      .map(declaredExternal),
  };
}

function declaredExternal({ kind: _kind, quantity, unitPriceUsd, ...external }: ResolvedExternal): DeclaredExternal {
  return {
    ...external,
    quantity: mapInterval(quantity, String),
    unitPriceUsd: { low: String(unitPriceUsd.low), high: String(unitPriceUsd.high) },
  };
}
