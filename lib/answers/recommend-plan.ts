import type { Assessment } from '../capacity/recommend/assess';
import type { Question } from '../capacity/recommend/question';
import { DEFAULT_CONFIDENCE, decide } from '../capacity/recommend/recommend';
import { Samples } from '../capacity/samples';
import { storageShortages } from '../design/storage-shortage';
import { Options } from '../model/options';
import { parseInput } from '../model/parse';
import type { System } from '../model/system';
import type { TargetWorkload } from '../model/workload';
import { DESIGNED_TIER, defaultBaseTiers } from './designed-tier';
import type { Estimator } from './estimated-tier';
import { type GrowthPlanRequest, growthPlan, type PlannedTier, type PlanStage } from './growth-plan';
import { plannedDesign, plannedId } from './planned-design';

/** A plan of growth with the answer of `recommend` for today. */
interface RecommendPlanRequest extends Pick<GrowthPlanRequest, 'dates' | 'move' | 'reference' | 'options'> {
  /** The system, with defaults filled in. */
  readonly system: System;
  /** The question about today. */
  readonly question: Question;
  /** The recommended tier of today; undefined when none handles the workload. */
  readonly chosen: Assessment | undefined;
  /** Whether a tier is right-sized where no tier handles the users. */
  readonly design: boolean;
}

/** The plan with the recommended tier of each date, right-sized where no tier of the system handles the users. */
export function recommendPlan(request: RecommendPlanRequest, estimator: Estimator): PlanStage[] {
  const { system, question, chosen, reference, options, dates, move } = request;
  const samples = new Samples(question.simulation);
  const tierFor = (targetWorkload: TargetWorkload) => {
    const assessment = decide(question, targetWorkload, samples);
    return assessment === undefined ? designedFor(request, targetWorkload, estimator) : plannedOf(system, assessment, targetWorkload);
  };
  const today = chosen === undefined ? undefined : plannedOf(system, chosen, question.targetWorkload);
  return growthPlan({ system, reference, options, dates, move, targetWorkload: question.targetWorkload, today, tierFor });
}

function plannedOf(system: System, { candidate, monthlyUsd }: Assessment, targetWorkload: TargetWorkload): PlannedTier {
  const tier = system.tiers.find(({ id }) => id === candidate.tier);
  const shortages = tier === undefined ? [] : storageShortages(system, tier, targetWorkload);
  return {
    tier: candidate.tier,
    options: candidate.options,
    monthlyUsd,
    ...(shortages.length > 0 && { storageShortages: shortages }),
  };
}

function designedFor(request: RecommendPlanRequest, targetWorkload: TargetWorkload, estimator: Estimator): PlannedTier | undefined {
  const { question, options: typed, design: isAllowed } = request;
  const options = parseInput(Options, typed, 'options');
  if (!isAllowed || options.topology === 'single-host') return undefined;
  const tiers = request.system.tiers.filter(({ id }) => id !== DESIGNED_TIER);
  const system = { ...request.system, tiers };
  const { confidence = DEFAULT_CONFIDENCE, levels = [], budgetUsd } = question;
  const bases = defaultBaseTiers(system, targetWorkload, undefined);
  const id = plannedId(DESIGNED_TIER, targetWorkload.concurrentUsers?.mid ?? 0);
  return plannedDesign({ system, bases, id, options, targetWorkload, levels, confidence }, budgetUsd, estimator);
}
