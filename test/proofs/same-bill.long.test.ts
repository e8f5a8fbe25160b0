import { describe, expect, test } from 'vitest';
import { compareTiers } from '../../lib/answers/compare';
import { costCurve } from '../../lib/answers/curve';
import { estimateTier } from '../../lib/answers/estimate';
import type { Estimator } from '../../lib/answers/estimated-tier';
import { explainTier } from '../../lib/answers/explain';
import { recommendTier } from '../../lib/answers/recommend';
import { loadSystem } from '../../lib/answers/system-reference';
import { Decimal } from '../../lib/core/money';
import { SYSTEMS } from '../../tiers';
import { representsSystems } from '../support/forms';
import { inScope } from '../support/scope';
import { billFor } from '../support/synthesized';

const estimator: Estimator = (blueprint) => billFor(blueprint).estimate;

/**
 * A recommendation has the instances that the workload needs by the model, and an estimate those that the tier expects: 10% apart at
 * most.
 */
const MOST_APART = 0.12;

describe.each(inScope(SYSTEMS, representsSystems))('the same question about $id has the same bill', (system) => {
  const { tiers } = loadSystem(system);

  test.each(tiers.map(({ id }) => id))('in estimate, compare and explain of %s', (tier) => {
    const { estimate } = estimateTier({ system, tier }, estimator);
    const compared = compareTiers({ system, tiers: [tier] }, estimator).tiers.map((one) => one.estimate.monthlyUsd);
    // A tier for a single host is compared in both forms.
    expect(compared).toContainEqual(estimate.monthlyUsd);
    const { lines } = explainTier({ system, tier }, estimator);
    const sum = lines.reduce((total, line) => (line.state === 'unpriced' ? total : total.plus(line.monthlyUsd.mid)), new Decimal(0));
    expect(sum.toFixed(2)).toBe(estimate.monthlyUsd.mid.toFixed(2));
  });

  test.each(tiers)('in estimate of $id and recommend for its workload', ({ id: tier, workload }) => {
    const { recommendation } = recommendTier({ system, workload: JSON.parse(JSON.stringify(workload)) }, estimator);
    const assessment = recommendation.tiers.find((one) => one.assessment.candidate.tier === tier)?.assessment;
    if (assessment === undefined) throw new Error(`no verdict on ${tier}`);
    const { estimate } = estimateTier({ system, tier, ...assessment.candidate.options }, estimator);
    const ratio = assessment.monthlyUsd.mid / Number(estimate.monthlyUsd.mid);
    expect(Math.abs(ratio - 1)).toBeLessThanOrEqual(MOST_APART);
  });

  test.each(tiers.flatMap(({ workload: { concurrentUsers } }) => (concurrentUsers === undefined ? [] : [concurrentUsers.mid])))(
    'in recommend and curve for at most %s users',
    (most) => {
      const point = costCurve({ system, minUsers: most / 2, maxUsers: most }, estimator).curve.points.at(-1);
      if (point === undefined) throw new Error('a curve has points');
      const { chosen } = recommendTier({ system, workload: { concurrentUsers: point.users } }, estimator).recommendation;
      expect(point.candidate?.tier).toBe(chosen?.assessment.candidate.tier);
      expect(point.monthlyUsd).toEqual(chosen?.assessment.monthlyUsd);
    },
  );
});
