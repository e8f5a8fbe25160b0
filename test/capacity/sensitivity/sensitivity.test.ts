import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { blueprintFor } from '../../../lib/answers/blueprint-for';
import { formOfBlueprint } from '../../../lib/answers/capacity-of';
import { loadSystem } from '../../../lib/answers/system-reference';
import { Demands } from '../../../lib/capacity/demand';
import { Samples } from '../../../lib/capacity/samples';
import { decidingFigures } from '../../../lib/capacity/sensitivity/sensitivity';
import { uncertainFigures } from '../../../lib/capacity/sensitivity/uncertain-figures';
import { capacityUse } from '../../../lib/capacity/utilization';
import type { Interval } from '../../../lib/core/interval';
import { parseInput } from '../../../lib/model/parse';
import type { System } from '../../../lib/model/system';
import { TargetWorkload } from '../../../lib/model/workload';
import { SYSTEMS } from '../../../tiers';
import { shop, shopForm } from '../../support/capacity';

const targetWorkload = parseInput(TargetWorkload, { concurrentUsers: 100 }, 'test');
const QUESTION = { targetWorkload, form: shopForm(2), confidence: 0.9, simulation: { sampleCount: 1_000 } };

/** The shop with uncertain seconds of a request on the API, and an uncertain number of requests per minute of a user. */
function uncertainShop(seconds: Interval, perMinute: Interval): System {
  const { requests } = shop.operations;
  if (requests === undefined) throw new Error('the shop has requests');
  const demands = requests.demands.map((demand) =>
    demand.component === 'api' && demand.resource === 'processor' ? { ...demand, seconds } : demand,
  );
  const usual = { ...requests.usual, amount: perMinute };
  return { ...shop, operations: { ...shop.operations, requests: { ...requests, usual, demands } } };
}

const certain = (value: number): Interval => ({ low: value, mid: value, high: value });
const WIDE = { low: 0.02, mid: 0.05, high: 0.25 };

describe('the figures that decide an answer', () => {
  it('have the users of both ends', () => {
    const [only, ...others] = decidingFigures({ ...QUESTION, system: uncertainShop(WIDE, certain(6)) });
    // Half of 2 cores, for 0.12 requests/s of each user: 1 / (0.12 × 0.02) are 416.7 users, 1 / (0.12 × 0.25) are 33.3.
    expect(only?.figure.topic).toEqual({ kind: 'demand-seconds', operation: 'requests', component: 'api', resource: 'processor' });
    expect(only?.figure.interval).toEqual(WIDE);
    expect(only?.timesWorkloadAtLow).toBeCloseTo(4.167, 3);
    expect(only?.timesWorkloadAtHigh).toBeCloseTo(0.3333, 4);
    expect(others).toEqual([]);
  });

  it('begin with the one that dominates, and handle more at the low end of a demand', () => {
    const found = decidingFigures({ ...QUESTION, system: uncertainShop(WIDE, { low: 5, mid: 6, high: 7 }) });
    expect(found.map(({ figure }) => figure.sampleName)).toEqual(['requests 0 seconds', 'usual requests']);
    for (const { timesWorkloadAtLow, timesWorkloadAtHigh } of found) expect(timesWorkloadAtLow).toBeGreaterThan(timesWorkloadAtHigh);
    const narrow = decidingFigures({
      ...QUESTION,
      system: uncertainShop({ low: 0.049, mid: 0.05, high: 0.051 }, { low: 2, mid: 6, high: 18 }),
    });
    expect(narrow.map(({ figure }) => figure.sampleName)).toEqual(['usual requests', 'requests 0 seconds']);
  });

  it('count only the load that meets the required service levels', () => {
    // The time of a request is exponential: its p95 is ln 20 × the mean, 0.06 s at the low end and 0.75 s at the high one, without waits.
    const p95 = (most: number) => [{ operation: 'requests', measure: 'p95', most }] as const;
    const system = uncertainShop(WIDE, certain(6));
    const [strict] = decidingFigures({ ...QUESTION, system, levels: p95(0.5) });
    expect(strict?.timesWorkloadAtLow).toBeCloseTo(4.167, 3);
    expect(strict?.timesWorkloadAtHigh).toBeLessThan(0.01);
    const [loose] = decidingFigures({ ...QUESTION, system, levels: p95(5) });
    expect(loose?.timesWorkloadAtHigh).toBeCloseTo(0.3333, 4);
  });

  it('leave out figures that limit nothing, and are empty without uncertainty', () => {
    const { carts } = shop.operations;
    if (carts === undefined) throw new Error('the shop has carts');
    const demands = carts.demands.map((demand) => ({ ...demand, amount: { low: 1, mid: 2, high: 3 } }));
    const system = { ...shop, operations: { ...shop.operations, carts: { ...carts, demands } } };
    expect(uncertainFigures(system, targetWorkload, QUESTION.form).map(({ sampleName }) => sampleName)).toEqual(['carts 0 amount']);
    expect(decidingFigures({ ...QUESTION, system })).toEqual([]);
  });
});

afterEach(() => vi.restoreAllMocks());

test.each(SYSTEMS.map((system) => [system.id, system] as const))(
  'every figure of %s that changes the capacity is judged',
  (id, definition) => {
    const system = loadSystem(definition);
    const tier = system.tiers.at(-1)?.id ?? '';
    const form = formOfBlueprint(system, blueprintFor({ system: id, tier }));
    const samples = new Samples({ sampleCount: 100 });
    const draw = vi.spyOn(Samples.prototype, 'draw');
    const factorIn = (of: Samples) => capacityUse(new Demands(system, targetWorkload, of), form).factor;
    const factor = factorIn(samples);
    const drawn = new Set(draw.mock.calls.filter(([, { low, high }]) => low < high).map(([name]) => name));
    const judged = new Set(uncertainFigures(system, targetWorkload, form).map(({ sampleName }) => sampleName));
    const missed = [...drawn].filter((name) => !judged.has(name));
    const changing = missed.filter((name) =>
      (['low', 'high'] as const).some((end) => !sameIn(factorIn(samples.withFixed(name, end)), factor)),
    );
    expect([...judged].filter((name) => drawn.has(name)).length).toBeGreaterThan(5);
    expect(changing).toEqual([]);
  },
);

function sameIn(left: number | Float64Array, right: number | Float64Array): boolean {
  return typeof left === 'number' || typeof right === 'number' ? left === right : left.every((value, sample) => value === right[sample]);
}
