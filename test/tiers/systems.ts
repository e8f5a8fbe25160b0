/** The systems beside AIVA: told to the resolver by the `systems` option, whether or not the registry has them. */

import { loadSystem } from '../../lib/answers/blueprint-for';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { resolveBlueprint } from '../../lib/blueprint/resolve';
import { offersIn } from '../../lib/catalog/offers';
import type { SystemInput } from '../../lib/model/inputs';
import { Options, type Region } from '../../lib/model/options';
import type { System } from '../../lib/model/system';
import { assistant } from '../../tiers/assistant';
import { barberOps } from '../../tiers/barber-ops';
import { capsules } from '../../tiers/capsules';
import { uxFlow } from '../../tiers/ux-flow';

export const OTHER_SYSTEMS: readonly SystemInput[] = [uxFlow, capsules, assistant, barberOps];

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

export function resolved({ system, tier }: NamedTier, region: Region = 'us-east-1', options: Record<string, unknown> = {}): Blueprint {
  return resolveBlueprint({ system, tier: tier.id, options: Options.parse({ region, ...options }), offers: offersIn(region) });
}

/** The tiers of a system in order, each with the one before it. */
export function steps(
  input: SystemInput,
): { readonly name: string; readonly before: NamedTier['tier']; readonly tier: NamedTier['tier'] }[] {
  const { id, tiers } = loadSystem(input);
  return tiers.flatMap((tier, index) => {
    const before = tiers[index - 1];
    return before === undefined ? [] : [{ name: `${id}: ${before.id} → ${tier.id}`, before, tier }];
  });
}
