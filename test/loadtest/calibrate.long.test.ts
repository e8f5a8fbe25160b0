import { describe, expect, test } from 'vitest';
import { calibratedSystem } from '../../lib/answers/capacity-of';
import { systemOf } from '../../lib/answers/system-reference';
import { causedBy } from '../../lib/capacity/causes';
import type { CapacityForm } from '../../lib/capacity/supply';
import { calibrationOf } from '../../lib/loadtest/calibration';
import { fitUsl } from '../../lib/loadtest/fit-usl';
import type { LoadTestPoint } from '../../lib/loadtest/load-test';
import type { Demand } from '../../lib/model/operation';
import type { System } from '../../lib/model/system';
import { SYSTEMS } from '../../tiers';
import { formOfTier, loadTestOf, requestsHandled, requestsOf, saturationOf, truthOf } from '../support/load-test-of-tier';
import { seededUniform } from '../support/queue-simulation';

function calibratedBy(points: readonly LoadTestPoint[], system: System, form: CapacityForm): System {
  const scaled = form.supplies.filter(({ instances: { min, max } }) => min < max);
  const instances = Object.fromEntries(scaled.map(({ component, instances: { max } }) => [component, max]));
  const calibration = calibrationOf({
    system: system.id,
    tier: form.tier,
    measuredOn: '2026-03-01',
    instances,
    runs: [{ file: 'results.csv', format: 'csv', concurrencyKind: 'virtual-users', points, notes: [] }],
    sha256: new Map([['results.csv', 'a'.repeat(64)]]),
    fit: fitUsl(points, { resamples: 200 }),
    thresholds: [],
  });
  return calibratedSystem(system, calibration, 'calibration');
}

/** Largest distance of a true value below the interval, as a share of the value: 95% intervals do not contain all true values. */
const TOO_HIGH = 0.03;

/**
 * Largest distance above it: where another resource was full than the one that the definition expects, the answer keeps the threshold of
 * the expected one, such as 70% of processors instead of 80% of connections.
 */
const TOO_LOW = 1 - 0.7 / 0.8;

/** Ids of the operations that are neither requests, nor caused by them, nor sessions of users. */
function notStarted(system: System): string[] {
  const caused = causedBy(requestsOf(system), system);
  return Object.keys(system.operations).filter((id) => !caused.has(id) && system.operations[id]?.counts !== 'users');
}

describe('a load test that is generated with known figures', () => {
  const tiers = SYSTEMS.map(({ id }) => systemOf(id)).flatMap((system) =>
    system.tiers.map(({ id }) => ({ system, tier: id, form: formOfTier(system, id) })),
  );
  const cases = tiers.flatMap(({ system, tier, form }, index) => {
    const { resource: first } = saturationOf(
      truthOf(system, () => 1),
      form,
    );
    const isFirst = ({ component, resource }: Demand) => component === first?.component && resource === first.resource;
    return [
      ...[0.7, 1.4].map((factor) => ({ what: `${first?.component} ${first?.resource}`, factor, isScaled: isFirst })),
      ...[0.7, 1.4].map((factor) => ({ what: 'all processors', factor, isScaled: ({ resource }: Demand) => resource === 'processor' })),
    ].map((one, position) => {
      const truth = truthOf(system, (demand) => (one.isScaled(demand) ? one.factor : 1));
      const handled = requestsHandled(truth, form).mid;
      const answer = calibratedBy(loadTestOf(truth, form, 0.02, seededUniform(100 * index + position)), system, form);
      return {
        name: `${system.id} ${tier}: ${one.what} × ${one.factor}`,
        handled,
        system,
        answer,
        before: requestsHandled(system, form),
        after: requestsHandled(answer, form),
      };
    });
  });

  const tooHigh = ({ handled, after }: (typeof cases)[number]) => Math.max(0, after.low - handled) / handled;
  const tooLow = ({ handled, after }: (typeof cases)[number]) => Math.max(0, handled - after.high) / handled;

  test('moves the answer to them, up and down', () => {
    expect(cases.filter((one) => tooHigh(one) > TOO_HIGH || tooLow(one) > TOO_LOW).map(({ name }) => name)).toEqual([]);
    expect(cases.filter((one) => tooHigh(one) === 0 && tooLow(one) === 0).length / cases.length).toBeGreaterThanOrEqual(0.9);
    expect(cases.filter(({ before, after }) => after.mid > 1.1 * before.mid)).not.toEqual([]);
    expect(cases.filter(({ before, after }) => after.mid < before.mid / 1.1)).not.toEqual([]);
  });

  test('changes no operations that it does not start, also on resources that they share with measured requests', () => {
    const changed = cases.filter(({ system, answer }) =>
      notStarted(system).some((id) => answer.operations[id]?.demands !== system.operations[id]?.demands),
    );
    expect(changed.map(({ name }) => name)).toEqual([]);
    const sharing = cases.filter(({ system, answer }) => {
      const measured = Object.values(answer.operations).flatMap(({ demands }) => demands.filter(({ evidence }) => evidence === 'measured'));
      const others = notStarted(system).flatMap((id) => system.operations[id]?.demands ?? []);
      return measured.some((one) => others.some(({ component, resource }) => component === one.component && resource === one.resource));
    });
    expect(sharing).not.toEqual([]);
  });
});
