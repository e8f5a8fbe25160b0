import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { InputError, problemText } from '../../lib/core/problems';
import type { SystemInput } from '../../lib/model/inputs';
import { REGIONS, type Region } from '../../lib/model/options';
import { barberOps } from '../../tiers/barber-ops';
import { OTHER_SYSTEMS } from './systems';

const inRegion = (region: Region, tier = 'phase-3') => blueprintFor({ system: 'barber-ops', tier, region }, { systems: OTHER_SYSTEMS });

/** A copy of the system whose third phase has other regions. */
function withRegions(change: Record<string, unknown>): SystemInput {
  const tiers = barberOps.tiers.map((tier) => (tier.id === 'phase-3' ? { ...tier, regions: { ...tier.regions, ...change } } : tier));
  return { ...barberOps, tiers } as SystemInput;
}

function problemsOf(system: SystemInput): string[] {
  try {
    blueprintFor({ system: system.id, tier: 'phase-3' }, { systems: [system] });
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(problemText);
    throw error;
  }
  return [];
}

describe('the regions of a tier', () => {
  it.each<[Region, Region[]]>([
    ['us-east-1', ['us-west-2', 'eu-west-1']],
    ['us-west-2', ['us-east-1', 'eu-west-1']],
    ['ap-southeast-1', ['us-east-1', 'us-west-2']],
  ])('leave the primary one out: %s has %j', (primary, secondaries) => {
    expect(inRegion(primary).regions?.secondaries).toEqual(secondaries);
  });

  it('are never the primary one, and none where the tier is in one region', () => {
    for (const region of REGIONS) {
      expect(inRegion(region).regions?.secondaries).not.toContain(region);
      expect(inRegion(region, 'phase-2').regions).toBeUndefined();
    }
  });

  it('are reached within the published recovery time, as far as detection goes', () => {
    const { regions, published } = inRegion('us-east-1');
    expect(regions?.detectionSeconds).toBe(10 * 3 + 60);
    expect(regions?.detectionSeconds).toBeLessThan((published?.rtoMinutes ?? 0) * 60);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    [
      'a copied component that is not there',
      { replicates: ['databse'] },
      /regions\.replicates\.0: invalid value "databse".*Did you mean "database"/,
    ],
    ['a copied component without data', { replicates: ['api'] }, /regions\.replicates\.0: "api" is a service/],
    ['fewer candidates than regions', { preference: ['us-east-1', 'us-west-2'] }, /regions\.preference.*more than 2 regions/],
    ['a region twice', { preference: ['us-east-1', 'us-east-1', 'us-west-2', 'eu-west-1'] }, /regions\.preference.*each region once/],
  ])('are refused with %s', (_what, change, problem) => {
    expect(problemsOf(withRegions(change)).join('\n')).toMatch(problem);
  });
});

describe('the limits of a pooler', () => {
  it('bound the connections of the server, regardless of the services', () => {
    const database = inRegion('us-east-1').components.database;
    // 110 instances of the API hold up to 3,520 connections to the pooler. The server accepts those of the pooler and 10 in reserve.
    expect(database).toMatchObject({ pooler: 'rds-proxy', maxConnections: 1_000 + 10, poolerLimits: { serverConnections: 1_000 } });
  });

  it('must admit what the services may open', () => {
    const tiers = barberOps.tiers.map((tier) => {
      const database = tier.components.database;
      if (tier.id !== 'phase-3' || database?.kind !== 'database') return tier;
      return {
        ...tier,
        components: { ...tier.components, database: { ...database, poolerLimits: { clientConnections: 100, serverConnections: 50 } } },
      };
    });
    expect(problemsOf({ ...barberOps, tiers })).toEqual([
      'components.database.poolerLimits.clientConnections: invalid value 100; expected at least 3520, the number of connections that the services can open (pool size × maximum instances)',
    ]);
  });
});

describe('a region without list prices of document stores', () => {
  it('uses the prices of another region, with a warning', () => {
    const request = (region: Region) => blueprintFor({ system: 'ux-flow', tier: 'growth', region }, { systems: OTHER_SYSTEMS });
    const aboutPrices = (region: Region) => request(region).warnings.filter(({ kind }) => kind === 'document-store-priced-elsewhere');
    expect(aboutPrices('us-east-1')).toEqual([]);
    expect(request('eu-west-1').components.documents).toMatchObject({ instanceClass: 'db.t3.medium' });
    expect(aboutPrices('eu-west-1')).toEqual([{ kind: 'document-store-priced-elsewhere', region: 'eu-west-1', pricedIn: 'us-east-1' }]);
  });
});

describe('a GPU service with callers', () => {
  const uses = (gpu: string) => {
    const { components } = blueprintFor({ system: 'assistant', tier: 'own-inference', gpu }, { systems: OTHER_SYSTEMS });
    return components.api?.kind === 'service' ? components.api.uses : [];
  };

  it('is reached by them while it is there', () => {
    expect(uses('t4')).toContain('inference');
    expect(uses('none')).not.toContain('inference');
  });
});
