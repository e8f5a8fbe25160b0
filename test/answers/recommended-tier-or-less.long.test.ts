import { expect, test } from 'vitest';
import { designTierFor } from '../../lib/answers/design';
import { synthesizeAndEstimate } from '../../lib/answers/synthesize-and-estimate';
import { loadSystem } from '../../lib/answers/system-reference';
import { SYSTEMS } from '../../tiers';

/** Loads as shares of the users of the largest tier; 70 users of the assistant have a tier with a burstable database. */
const SHARES = [0.002, 0.01, 0.04, 0.146, 0.45, 0.9];

/** The least number of loads that a tier of a system handles. */
const LEAST_COMPARED = 3;

/** Most that a GiB-month of a data store costs: two RDS servers with backups, in the region of any example. */
const MOST_USD_OF_GIB = 0.5;

test.each(SYSTEMS.map(loadSystem))(
  'a design of $id costs at most as much as the recommended tier, without the storage that it adds',
  { timeout: 600_000 },
  ({ id, tiers }) => {
    const most = tiers.at(-1)?.workload.concurrentUsers.mid ?? Number.NaN;
    const compared = SHARES.flatMap((share) => {
      const concurrentUsers = Math.max(3, Math.round(most * share));
      const { design, recommended } = designTierFor({ system: id, workload: { concurrentUsers } }, synthesizeAndEstimate);
      if (recommended === undefined || design === undefined) return [];
      const addedGib = design.changes.reduce(
        (sum, { field, from, to }) => (field === 'storageGib' ? sum + Number(to) - Number(from) : sum),
        0,
      );
      return [{ concurrentUsers, usd: design.monthlyUsd.mid - addedGib * MOST_USD_OF_GIB, recommendedUsd: recommended.monthlyUsd.mid }];
    });
    expect(compared.length).toBeGreaterThanOrEqual(LEAST_COMPARED);
    expect(compared.filter(({ usd, recommendedUsd }) => usd > recommendedUsd + 1)).toEqual([]);
  },
);
