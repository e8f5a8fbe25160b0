import { isPlainObject } from '../lib/core/plain-object';
import type { SystemDefinition } from '../lib/model/tier-extension';

/** Ids of the tiers of a definition that is not checked yet. */
export function namedTiers({ tiers }: SystemDefinition): readonly string[] {
  const written: unknown = tiers;
  if (!Array.isArray(written)) return [];
  return written.flatMap((tier: unknown) => (isPlainObject(tier) && typeof tier.id === 'string' ? [tier.id] : []));
}
