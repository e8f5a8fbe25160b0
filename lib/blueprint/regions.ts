import type { Region, Tier } from '../model';
import type { ResolvedRegions } from './blueprint';

/** The regions beside the primary one: the first of the tier's preference that the primary is not. */
export function resolveRegions({ regions }: Tier, primary: Region): ResolvedRegions | undefined {
  if (regions === undefined) return undefined;
  const { preference, secondaries, ...rest } = regions;
  const { healthCheck, recordTtlSeconds } = rest;
  return {
    ...rest,
    secondaries: preference.filter((region) => region !== primary).slice(0, secondaries),
    detectionSeconds: healthCheck.intervalSeconds * healthCheck.failures + recordTtlSeconds,
  };
}
