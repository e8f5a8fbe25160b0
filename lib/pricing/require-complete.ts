import type { Estimate, LineItem } from './estimate';
import { type IncompleteLine, UnpricedError } from './unpriced-error';

/** How complete an estimate must be. */
export interface Completeness {
  /** Types or logical ids of resources that may stay without a price. Default: none. */
  readonly allowUnpriced?: readonly string[];
  /** Refuses derived prices as well. Default: false. */
  readonly strict?: boolean;
  /** Refuses a total that excludes usage as well. Default: false, because no template contains usage. */
  readonly requireUsage?: boolean;
}

/** Throws an UnpricedError when an estimate is not as complete as required. */
export function requireComplete(estimate: Estimate, completeness: Completeness = {}): void {
  const error = incompleteness(estimate, completeness);
  if (error !== undefined) throw error;
}

/**
 * Why an estimate is incomplete, with every line item that makes it so: an unpriced resource that is not allowed by type or logical
 * id, in strict mode a derived price, or unknown usage that is required. Undefined for a complete estimate.
 */
export function incompleteness(
  estimate: Estimate,
  { allowUnpriced = [], strict = false, requireUsage = false }: Completeness = {},
): UnpricedError | undefined {
  const unpriced = unpricedLines(estimate, allowUnpriced);
  const derived = strict ? estimate.lineItems.filter((line) => line.basis === 'derived') : [];
  const unknownUsage = requireUsage ? estimate.excludesUsageOf : [];
  if (unpriced.length + derived.length + unknownUsage.length === 0) return undefined;
  return new UnpricedError(unpriced.map(incompleteLine), derived.map(incompleteLine), unknownUsage);
}

/** Unpriced lines, without those that `allowUnpriced` names by type or logical id. */
export function unpricedLines({ lineItems }: Pick<Estimate, 'lineItems'>, allowUnpriced: readonly string[] = []): LineItem[] {
  const allowed = new Set(allowUnpriced);
  return lineItems.filter((line) => line.state === 'unpriced' && !isAllowed(line, allowed));
}

function isAllowed({ type, resource }: LineItem, allowed: ReadonlySet<string>): boolean {
  return allowed.has(type) || (resource !== null && allowed.has(resource));
}

function incompleteLine({ type, resource, name, reason, derivation }: LineItem): IncompleteLine {
  return { type, resource, name, reason, ...(derivation !== undefined && { derivation }) };
}
