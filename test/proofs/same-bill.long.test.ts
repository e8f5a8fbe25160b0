import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { capacityOf, targetWorkloadOf } from '../../lib/answers/capacity-of';
import { compareTiers } from '../../lib/answers/compare';
import { costCurve } from '../../lib/answers/curve';
import { designTierFor } from '../../lib/answers/design';
import { estimateTier } from '../../lib/answers/estimate';
import type { Estimator } from '../../lib/answers/estimated-tier';
import { explainTier } from '../../lib/answers/explain';
import { planMove } from '../../lib/answers/move';
import { recommendTier } from '../../lib/answers/recommend';
import { loadSystem } from '../../lib/answers/system-reference';
import { Decimal } from '../../lib/core/money';
import { SYSTEMS } from '../../tiers';
import { delivery } from '../support/delivery';
import { representsSystems } from '../support/forms';
import { inScope } from '../support/scope';
import { billFor, stacksFor } from '../support/synthesized';

const estimator: Estimator = (blueprint) => billFor(blueprint).estimate;

describe.each([...inScope(SYSTEMS, representsSystems), delivery])('the same question about $id has the same bill', (system) => {
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
    // A tier expects the instances that its workload needs by the model.
    expect(assessment.monthlyUsd.mid).toBeCloseTo(estimate.monthlyUsd.mid.toNumber(), 2);
  });

  test.each(tiers.slice(1).map(({ id }, index) => [tiers[index]?.id ?? '', id] as const))(
    'in estimate and before and after the move from %s to %s',
    (from, to) => {
      const { cost } = planMove({ system, from: { tier: from }, to: { tier: to } }, stacksFor);
      const usdOf = (tier: string) => estimateTier({ system, tier }, estimator).estimate.monthlyUsd;
      expect(cost.before).toEqual(usdOf(from));
      expect(cost.after).toEqual(usdOf(to));
    },
  );

  test.each(tiers)('and the same users, in compare and capacity of $id', ({ id: tier, workload }) => {
    const { timesWorkload } = capacityOf(loadSystem(system), blueprintFor({ system, tier }), targetWorkloadOf(workload));
    const compared = compareTiers({ system, tiers: [tier] }, estimator).tiers.map(({ handled }) => handled.timesWorkload ?? Number.NaN);
    // A tier handles in 90% of the samples at most what it handles in half of them, and at least what it handles in 95%.
    for (const times of compared.slice(0, 1)) {
      expect(times).toBeGreaterThanOrEqual(timesWorkload.low);
      expect(times).toBeLessThanOrEqual(timesWorkload.mid);
    }
  });

  test('in design and in recommend with the designed tier, and that of the recommended tier', () => {
    const { workload } = tiers[Math.floor(tiers.length / 2)] as (typeof tiers)[number];
    const asked = JSON.parse(JSON.stringify(workload));
    const { design, recommended } = designTierFor({ system, workload: asked }, estimator);
    const { chosen } = recommendTier({ system, workload: asked }, estimator).recommendation;
    expect(recommended?.tier).toBe(chosen?.assessment.candidate.tier);
    expect(recommended?.monthlyUsd).toEqual(chosen?.assessment.monthlyUsd);
    if (design === undefined) throw new Error(`no sizes of ${system.id} handle the workload of one of its tiers`);
    const withDesign = { ...system, tiers: [...system.tiers, JSON.parse(JSON.stringify(design.written))] };
    const { recommendation } = recommendTier({ system: withDesign, workload: asked, design: false }, estimator);
    const again = recommendation.tiers.find(({ assessment }) => assessment.candidate.tier === design.written.id)?.assessment;
    expect(again?.monthlyUsd).toEqual(design.monthlyUsd);
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
