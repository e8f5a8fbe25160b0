import { type Interval, mapInterval } from '../core/interval';
import { DECLARATION_VERSION, type ExternalDeclaration } from './schema';
import type { UsageQuantity } from './usage';
import { type UsageBasis, type WithFigures, withFigures } from './usage-basis';

/** A component, as far as the declaration needs it: external services and bucket replicas are evaluated. */
export interface DeclarableComponent {
  /** Kind of the component. */
  readonly kind: string;
  /** Its id. */
  readonly id: string;
}

/** A blueprint, as far as the declaration needs it. */
export interface Declarable {
  /** The system. */
  readonly system: {
    /** Its id. */
    readonly id: string;
  };
  /** The tier. */
  readonly tier: {
    /** Its id. */
    readonly id: string;
  };
  /** Options of the tier. */
  readonly options: object;
  /** Usage quantities of the tier. */
  readonly usage: readonly UsageQuantity[];
  /** Components by id. */
  readonly components: Readonly<Record<string, DeclarableComponent>>;
  /** Present in a standby region. */
  readonly standsBy?: {
    /** The primary region. */
    readonly primary: string;
  };
}

/** Usage and external services that no resource contains. Part of templates and manifests, so that they can be priced alone. */
export interface Declaration {
  /** Version of the schema. */
  readonly version: typeof DECLARATION_VERSION;
  /** Id of the system. */
  readonly system: string;
  /** Id of the tier. */
  readonly tier: string;
  /** Options, without the budget and those of one step of a move. */
  readonly options: Readonly<Record<string, unknown>>;
  /** On stacks in a standby region: the primary region. */
  readonly standsBy?: string;
  /** Usage quantities, with amounts as strings. */
  readonly usage: readonly WrittenUsage[];
  /** External services, with amounts as strings. */
  readonly externals: readonly WrittenExternal[];
}

/** Amounts are strings, because cfn-lint rejects fractions in metadata. */
type WrittenUsage = Omit<UsageQuantity, 'quantity' | 'basis'> & {
  readonly quantity: Interval<string>;
  readonly basis: WithFigures<UsageBasis, string>;
};
type WrittenExternal = Omit<ExternalDeclaration, 'quantity' | 'unitPriceUsd'> & {
  readonly quantity: Interval<string>;
  readonly unitPriceUsd: { readonly low: string; readonly high: string };
};
type DeclarableExternal = DeclarableComponent & Omit<ExternalDeclaration, 'quantity'> & { readonly quantity: Interval };

/**
 * Options without an effect on the estimate. The budget limits the deployment. The others belong to a step of a move, which must
 * change nothing else: a declaration with them would change the ConfigMap of an EKS cluster.
 */
const UNDECLARED: ReadonlySet<string> = new Set(['budget', 'cacheShards', 'protectedShards', 'unprotectedDatabases']);

/** The declaration of a blueprint. */
export function declarationOf({ system, tier, options, usage, components, standsBy }: Declarable): Declaration {
  const deployed = Object.fromEntries(Object.entries(options).filter(([key]) => !UNDECLARED.has(key)));
  return {
    version: DECLARATION_VERSION,
    system: system.id,
    tier: tier.id,
    options: deployed,
    ...(standsBy === undefined ? {} : { standsBy: standsBy.primary }),
    usage: usage.map(writtenUsage),
    externals: Object.values(components).filter(isExternal).map(writtenExternal),
  };
}

/** A usage quantity as it is written in a declaration. */
export function writtenUsage(usage: UsageQuantity): WrittenUsage {
  return { ...usage, quantity: mapInterval(usage.quantity, String), basis: withFigures(usage.basis, String) };
}

function isExternal(component: DeclarableComponent): component is DeclarableExternal {
  return component.kind === 'external';
}

function writtenExternal({ kind: _kind, quantity, unitPriceUsd, ...external }: DeclarableExternal): WrittenExternal {
  return {
    ...external,
    quantity: mapInterval(quantity, String),
    unitPriceUsd: { low: String(unitPriceUsd.low), high: String(unitPriceUsd.high) },
  };
}
