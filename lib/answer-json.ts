import type { CapacityAnswer, CurveAnswer, RecommendationAnswer } from './report';
import type { Assessment, CellPlan, Limit, TierVerdict } from './sizing';

/** JSON knows no infinity: what has no limit is null there. */
function finite(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
  if (Array.isArray(value)) return value.map(finite);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, finite(inner)]));
}

export function recommendJson({ system, region, recommendation, budgetUsd }: RecommendationAnswer): object {
  const { asked, confidence, usersAtOnce, chosen, tiers, lifetime, withinBudget, cells } = recommendation;
  const priced = tiers.filter(({ verdict }) => verdict !== 'too-small').map(({ assessment }) => assessment);
  return finite({
    system: system.id,
    region,
    asked,
    confidence,
    budgetUsd: budgetUsd ?? null,
    usersAtOnce,
    recommended: chosen === undefined ? null : assessmentJson(chosen.assessment, confidence, true),
    tiers: tiers.map((verdict) => verdictJson(verdict, confidence, priced)),
    lifetime:
      lifetime === undefined
        ? null
        : { ...lifetime, next: lifetime.next === undefined ? null : assessmentJson(lifetime.next, confidence, true) },
    withinBudget: withinBudget === undefined ? null : assessmentJson(withinBudget, confidence, true),
    cells: cells === undefined ? null : cellsJson(cells),
  }) as object;
}

function verdictJson({ verdict, assessment, reason, regret }: TierVerdict, confidence: number, priced: readonly Assessment[]): object {
  return { ...assessmentJson(assessment, confidence, priced.includes(assessment)), verdict, reason, regret: regret ?? null };
}

function assessmentJson(assessment: Assessment, confidence: number, priced: boolean): object {
  const { candidate, limits, instances, timesWorkload } = assessment;
  return {
    tier: candidate.tier,
    options: candidate.options,
    confidence: assessment.confidence,
    timesWorkload,
    usersWithConfidence: assessment.usersWith(confidence),
    monthlyUsd: priced ? assessment.monthlyUsd : null,
    limits: limits.map((limit: Limit) => limit),
    instances,
  };
}

function cellsJson({ candidate, ...plan }: CellPlan): object {
  return { tier: candidate.tier, options: candidate.options, ...plan, evidence: 'modelled', onPaper: true };
}

export function capacityJson({ blueprint, capacity, comparisons, scenarios }: CapacityAnswer): object {
  return finite({
    system: blueprint.system.id,
    tier: blueprint.tier.id,
    options: blueprint.options,
    capacity,
    comparisons,
    scenarios,
  }) as object;
}

export function curveJson({ system, region, curve }: CurveAnswer): object {
  return finite({
    system: system.id,
    region,
    points: curve.points.map(({ candidate, ...point }) => ({
      ...point,
      tier: candidate?.tier ?? null,
      options: candidate?.options ?? null,
    })),
    breakEvens: curve.breakEvens.map(({ from, to, ...one }) => ({
      ...one,
      from: { tier: from.tier, options: from.options },
      to: to === undefined ? null : { tier: to.tier, options: to.options },
    })),
  }) as object;
}
