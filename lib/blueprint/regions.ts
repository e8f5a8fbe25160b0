import type { Region } from '../model/options';
import type { Tier } from '../model/tier';
import type { ResolvedRegions } from './blueprint';
import { recoveryOf } from './recovery';

/** The standby regions: the first ones of the tier's preference without the primary. */
export function resolveRegions(tier: Tier, primary: Region): ResolvedRegions | undefined {
  if (tier.regions === undefined) return undefined;
  const { preference, secondaries, ...rest } = tier.regions;
  const { healthCheck, recordTtlSeconds } = rest;
  return {
    ...rest,
    secondaries: preference.filter((region) => region !== primary).slice(0, secondaries),
    detectionSeconds: healthCheck.intervalSeconds * healthCheck.failures + recordTtlSeconds,
    recovery: recoveryOf(tier, rest),
  };
}
