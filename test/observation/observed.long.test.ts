import { describe, expect, test } from 'vitest';
import { calibratedSystem } from '../../lib/answers/capacity-of';
import { systemOf } from '../../lib/answers/system-reference';
import type { Demand } from '../../lib/model/operation';
import { observationOf } from '../../lib/observation/observation';
import { observedForm } from '../../lib/observation/observed-form';
import { SYSTEMS } from '../../tiers';
import { formOfTier, truthOf } from '../support/load-test-of-tier';
import { productionOf, trueUses, withUsualMids } from '../support/production-of-tier';
import { seededUniform } from '../support/queue-simulation';

const FACTORS = [0.5, 0.8, 1.25, 2];
const AUTOCORRELATIONS = [0, 0.6, 0.9];

/** Trials of each tier and autocorrelation. */
const TRIALS = 3;

interface Trial {
  readonly name: string;
  readonly truth: number;
  readonly found: { readonly low: number; readonly mid: number; readonly high: number };
  /** Demand of a request in the calibrated system, by the mids of its figures. */
  readonly calibrated: number;
  readonly autocorrelation: number;
}

function trialsOf(systemId: string, tier: string, first: number): { readonly trials: Trial[]; readonly unknown: number } {
  const system = systemOf(systemId);
  const form = formOfTier(system, tier);
  const counts = Object.fromEntries(form.supplies.map(({ component, instances: { max } }) => [component, max]));
  const trials: Trial[] = [];
  let unknown = 0;
  for (const [position, autocorrelation] of AUTOCORRELATIONS.entries()) {
    for (let trial = 0; trial < TRIALS; trial++) {
      const seed = first + position * TRIALS + trial;
      const factorOf = ({ component, resource }: Demand) => FACTORS[(component.length + resource.length + seed) % FACTORS.length] as number;
      const uses = trueUses(withUsualMids(truthOf(system, factorOf)), form);
      const most = Math.min(...uses.map(({ supplied, base, instances, perRequest }) => (0.8 * supplied - base * instances) / perRequest));
      const production = productionOf(uses, { windows: 576, windowsOfDay: 288, most, noise: 0.05, autocorrelation }, seededUniform(seed));
      const series = Object.entries(production).map(([name, values]) => ({ name, file: 'metrics.json', values: new Map(values) }));
      const runs = [{ file: 'metrics.json', format: 'prometheus-range', series } as const];
      const { requests, counted: _, ...observed } = observedForm(runs, system, form, counts);
      const observation = observationOf({
        ...observed,
        system: system.id,
        tier,
        times: [...requests.keys()],
        instances: {},
        assumedInstances: [],
        runs,
        sha256: new Map([['metrics.json', 'a'.repeat(64)]]),
      });
      const after = trueUses(withUsualMids(truthOf(calibratedSystem(system, observation, 'calibration'), () => 1)), form);
      unknown += observed.unknown.length;
      for (const { component, resource, perRequest: found } of observed.uses) {
        const isSame = (one: { component: string; resource: string }) => one.component === component && one.resource === resource;
        trials.push({
          name: `${systemId} ${tier} ${component} ${resource}`,
          truth: uses.find(isSame)?.perRequest ?? Number.NaN,
          found,
          calibrated: after.find(isSame)?.perRequest ?? Number.NaN,
          autocorrelation,
        });
      }
    }
  }
  return { trials, unknown };
}

describe('production metrics that are generated with known figures', () => {
  const tiers = SYSTEMS.flatMap(({ id }) => systemOf(id).tiers.map((tier) => [id, tier.id] as const));
  const all = tiers.map(([system, tier], index) => trialsOf(system, tier, 1_000 * index));
  const trials = all.flatMap((one) => one.trials);

  test.each(AUTOCORRELATIONS)(
    'are within the interval in nine of ten trials or more, and not in all, with an autocorrelation of %d',
    (autocorrelation) => {
      const own = trials.filter((trial) => trial.autocorrelation === autocorrelation);
      const within = own.filter(({ truth, found }) => found.low <= truth && truth <= found.high);
      expect(own.length).toBeGreaterThan(200);
      expect(within.length / own.length).toBeGreaterThanOrEqual(0.9);
      expect(within.length / own.length).toBeLessThanOrEqual(0.98);
    },
  );

  test('become the demands of the calibrated system', () => {
    const wrong = trials.filter(({ calibrated, found }) => Math.abs(calibrated / found.mid - 1) > 1e-4);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('narrow enough to tell the factors apart', () => {
    const wide = trials.filter(({ found }) => (found.high - found.low) / found.mid > 0.5);
    expect(wide.length / trials.length).toBeLessThan(0.05);
  });
});
