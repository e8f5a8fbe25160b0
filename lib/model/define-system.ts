import type { SystemInput } from './inputs';
import type { KnownFields } from './known-fields';
import type { SystemDefinition } from './tier-extension';

/** A system whose type has the ids of its tiers, and the ids of the components that the definition states as literals. */
export interface DefinedSystem<Tiers extends SystemDefinition['tiers']> extends Omit<SystemInput, 'tiers'> {
  /** Tiers, from the smallest to the largest. */
  readonly tiers: Tiers;
}

/** Ids of the tiers of a definition. */
export type TierId<Definition extends SystemDefinition> = Definition['tiers'][number]['id'];

/**
 * Types the definition of a system, with completion and the documentation of every field in an editor, and keeps the ids of
 * its tiers, so that `new TierStack(app, 'Shop', { system: shop, tier: 'lage' })` does not compile. Nor does a field that does not
 * exist. The definition is validated when it is used: then every problem is reported at once.
 */
export function defineSystem<const Definition extends SystemDefinition>(
  definition: Definition & KnownFields<Definition, SystemDefinition>,
): DefinedSystem<Definition['tiers']> {
  return definition;
}
