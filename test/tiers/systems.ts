import { loadSystem } from '../../lib/answers/system-reference';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { resolveBlueprint } from '../../lib/blueprint/resolve';
import { offersIn } from '../../lib/catalog/offers';
import type { SystemInput } from '../../lib/model/inputs';
import { Options, type Region } from '../../lib/model/options';
import type { System } from '../../lib/model/system';
import { SYSTEMS } from '../../tiers';

/** All systems of the registry except `aiva`, whose figures test/blueprint/resolve.test.ts checks one by one. */
export const OTHER_SYSTEMS: readonly SystemInput[] = SYSTEMS.filter(({ id }) => id !== 'aiva');

/** A tier with its system and a name for test titles. */
export interface NamedTier {
  readonly name: string;
  readonly system: System;
  readonly tier: System['tiers'][number];
}

/** Every tier of these systems, with defaults filled in. */
export const OTHER_TIERS: readonly NamedTier[] = OTHER_SYSTEMS.flatMap((input) => {
  const system = loadSystem(input);
  return system.tiers.map((tier) => ({ name: `${system.id}/${tier.id}`, system, tier }));
});

/** The blueprint of a tier. */
export function resolved({ system, tier }: NamedTier, region: Region = 'us-east-1', options: Record<string, unknown> = {}): Blueprint {
  return resolveBlueprint({ system, tier: tier.id, options: Options.parse({ region, ...options }), offers: offersIn(region) });
}

/** The tiers of a system in order, each with the previous one. */
export function steps(
  input: SystemInput,
): { readonly name: string; readonly before: NamedTier['tier']; readonly tier: NamedTier['tier'] }[] {
  const { id, tiers } = loadSystem(input);
  return tiers.flatMap((tier, index) => {
    const before = tiers[index - 1];
    return before === undefined ? [] : [{ name: `${id}: ${before.id} → ${tier.id}`, before, tier }];
  });
}
