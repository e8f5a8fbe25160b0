import { inject } from 'vitest';
import { REGIONS } from '../../lib/model/options';
import { SYSTEMS } from '../../tiers';
import type { Request } from './forms';
import { type Configuration, certificateInEachRegion, nameOf, resolved } from './matrix';

/** Options with two values: the default, and this. */
const CHANGED: readonly Request[] = [
  { architecture: 'arm64' },
  { cacheEngine: 'valkey' },
  { readReplicas: '3' },
  { databaseStorageGib: '2000' },
  { certificate: 'true' },
  { environment: 'production' },
  { compute: 'fargate' },
  { highAvailability: 'true' },
  { highAvailability: 'false' },
];

/**
 * The design of Plackett and Burman for up to 11 factors in 12 runs: the rotations of this row, and a run with the default of each
 * factor. Each two factors have all four pairs of values. Source: NIST/SEMATECH e-Handbook of Statistical Methods, 5.3.3.5.
 */
const ROW = '11011100010';

/** The changed options of each run. */
const RUNS: readonly Request[] = [...ROW].map((_value, run) =>
  Object.assign({}, ...CHANGED.filter((_option, factor) => ROW[(run + factor) % ROW.length] === '1')),
);

/**
 * In the scope `all`, every tier in regions (default: all) with several options that differ from their default, so that few
 * configurations contain each pair of options; otherwise none. Combinations that are refused are left out.
 */
export function combinedOptionsInScope(regions: readonly string[] = REGIONS): readonly Configuration[] {
  if (inject('scope') !== 'all') return [];
  return SYSTEMS.flatMap((system) =>
    system.tiers.flatMap((tier) =>
      regions.flatMap((region) =>
        RUNS.flatMap((options) => {
          const place = { system: system.id, tier: tier.id, region };
          const request = { ...place, ...options, ...(options.certificate && { certificate: certificateInEachRegion() }) };
          const blueprint = resolved(request);
          return blueprint === undefined ? [] : [{ name: nameOf({ ...place, ...options }), request, blueprint }];
        }),
      ),
    ),
  );
}
