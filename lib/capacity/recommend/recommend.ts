import { InputError } from '../../core/problems';
import { checkTargetWorkload, scaleTargetWorkload } from '../../model/volumes';
import type { TargetWorkload } from '../../model/workload';
import { Demands } from '../demand';
import { requireKnownLevels } from '../latency/required-level';
import { Samples } from '../samples';
import { requireKnownLoads } from '../unknown-loads';
import { type UserActivity, userActivity } from '../users';
import { inSample, shareAtLeast } from '../vector';
import { Assessment } from './assess';
import { type Candidate, hasFewerExtras } from './candidate';
import { type CellPlan, cellPlan } from './cells';
import { type Lifetime, lifetimeOf } from './growth';
import type { Question } from './question';
import { cheapestOf, hasSurelyLeastRegret, type Regret, regretsOf } from './regret';
import { type VerdictReason, verdictReason } from './verdict';

/** Default of the required confidence. */
export const DEFAULT_CONFIDENCE = 0.9;

/** The best form of one tier. */
export interface TierVerdict {
  /** The assessment of the best form of the tier. */
  readonly assessment: Assessment;
  /** Why the tier is recommended or not; its kind is the verdict. */
  readonly reason: VerdictReason;
  /** The expected regret of choosing it; absent where it was not compared. */
  readonly regret?: Regret;
}

/** The recommended tier, and the verdict on every other. */
export interface Recommendation {
  /** The workload that a tier must handle. */
  readonly targetWorkload: TargetWorkload;
  /** The required confidence, 0 to 1. */
  readonly confidence: number;
  /** Users with a session, active users and requests in flight. */
  readonly userActivity: UserActivity;
  /** The recommended tier; absent when no tier handles the workload with the required confidence, or none within the budget. */
  readonly chosen?: TierVerdict;
  /** The verdict on each tier, in ascending order of size. */
  readonly tiers: readonly TierVerdict[];
  /** How long the recommended tier handles the growing workload. Absent without a growth rate. */
  readonly lifetime?: Lifetime;
  /** The candidate with the largest capacity within the budget, when no tier is recommended. */
  readonly withinBudget?: Assessment;
  /** A plan of several cells; present when the workload is beyond the largest tier, and no service levels are required. */
  readonly cells?: CellPlan;
}

/**
 * The candidate with the least regret among those that handle a workload with the required confidence within the budget, in
 * general the cheapest. Throws an InputError for operations that the system doesn't have, for a system or component whose load is unknown,
 * and for a workload without any load.
 */
export function recommend(question: Question): Recommendation {
  const { system, targetWorkload, confidence = DEFAULT_CONFIDENCE, growthPerMonth } = question;
  checkTargetWorkload(system, targetWorkload);
  const samples = new Samples(question.simulation);
  const assessments = assess(question, targetWorkload, samples);
  const choice = choose(assessments, samples.count, question);
  const tiers = verdicts(assessments, choice, question);
  const chosen = tiers.find(({ reason }) => reason.kind === 'recommended');
  const handled = assessments.some((assessment) => assessment.confidence >= confidence);
  return {
    targetWorkload,
    confidence,
    userActivity: userActivity(system, targetWorkload),
    tiers,
    ...(chosen === undefined ? {} : { chosen }),
    ...(chosen === undefined || growthPerMonth === undefined
      ? {}
      : { lifetime: lifetimeOf(chosen.assessment, growthPerMonth, confidence, (multiple) => decideFor(question, multiple, samples)) }),
    ...(chosen === undefined && question.budgetUsd !== undefined ? withinBudget(assessments, question.budgetUsd, confidence) : {}),
    // More copies of a tier are no faster than one of them without load.
    ...(handled || question.levels !== undefined ? {} : { cells: cellPlan(question, assessments, confidence, samples) }),
  };
}

function decideFor(question: Question, multiple: number, samples: Samples): Assessment | undefined {
  return decide(question, scaleTargetWorkload(question.system, question.targetWorkload, multiple), samples);
}

/** The choice without its reasons, for callers that need it many times. */
export function decide(
  question: Question,
  targetWorkload: TargetWorkload,
  samples = new Samples(question.simulation),
): Assessment | undefined {
  return leastRegret(withFewestExtras(handlingOf(assess(question, targetWorkload, samples), question)), samples.count, question);
}

/** Relative rounding error of a multiple that is scaled instead of computed, with a large margin. */
const SCALING_ERROR = 1e-9;

/**
 * Decides for multiples of the workload of a question, as `decide` does. All demands grow with the workload, so the first
 * assessment tells which candidates handle a multiple; only those that can be chosen are assessed for it.
 */
export function decideForMultiples(question: Question, samples: Samples): (multiple: number) => Assessment | undefined {
  const { targetWorkload, confidence = DEFAULT_CONFIDENCE, levels = [] } = question;
  const once = assess(question, targetWorkload, samples);
  return (multiple) => {
    const handle = (multiples: number) => once.filter(({ factor }) => shareAtLeast(factor, multiples) >= confidence);
    const surely = handle(multiple * (1 + SCALING_ERROR));
    const candidates = handle(multiple * (1 - SCALING_ERROR))
      .map(({ candidate }) => candidate)
      .filter((candidate) => !surely.some((other) => hasFewerExtras(other.candidate, candidate)));
    const scaled = scaleTargetWorkload(question.system, targetWorkload, multiple);
    const isSure = ({ candidate }: Assessment) => levels.length === 0 && surely.some((other) => other.candidate === candidate);
    const handling = assessEach(candidates, question, scaled, samples).filter(
      (assessment) => isSure(assessment) || assessment.confidence >= confidence,
    );
    return leastRegret(withFewestExtras(handling), samples.count, question);
  };
}

/** The choice among candidates that handle the workload. Reads the samples and costs of the cheapest only, unless another may be the better choice. */
function leastRegret(handling: readonly Assessment[], sampleCount: number, question: Question): Assessment | undefined {
  const { confidence = DEFAULT_CONFIDENCE, budgetUsd = Number.POSITIVE_INFINITY, leastUsdOf = () => 0 } = question;
  const cheapest = cheapestOf(handling, leastUsdOf);
  if (cheapest === undefined || cheapest.monthlyUsd.mid > budgetUsd) return undefined;
  const others = handling.filter((assessment) => assessment !== cheapest);
  if (hasSurelyLeastRegret(cheapest, others, confidence, leastUsdOf)) return cheapest;
  return chooseAmong(handling, sampleCount, question).chosen;
}

function assess(question: Question, targetWorkload: TargetWorkload, samples: Samples): Assessment[] {
  const { system, candidates, levels = [] } = question;
  requireKnownLoads(
    system,
    candidates.map(({ form }) => form),
  );
  for (const { form } of candidates) requireKnownLevels(levels, system, form, targetWorkload);
  const assessments = assessEach(candidates, question, targetWorkload, samples);
  requireLoad(assessments);
  return assessments;
}

function assessEach(
  candidates: readonly Candidate[],
  { system, costOf, levels }: Question,
  targetWorkload: TargetWorkload,
  samples: Samples,
): Assessment[] {
  if (candidates.length === 0) return [];
  const demands = new Demands(system, targetWorkload, samples);
  return candidates.map((candidate) => new Assessment(candidate, demands, targetWorkload, costOf, levels));
}

/** Throws an InputError for a workload without any load, which every tier handles. */
function requireLoad(assessments: readonly Assessment[]): void {
  const hasLoad = ({ factor, uses }: Assessment) =>
    inSample(factor, 0) < Number.POSITIVE_INFINITY || uses.some(({ demand }) => demand.constantLoad !== 0);
  if (assessments.every(hasLoad)) return;
  throw new InputError('workload', [
    { path: 'workload', reason: 'no load', expected: 'users or operations above 0, such as 200 users or 3 operations/s' },
  ]);
}

interface Choice {
  readonly chosen: Assessment | undefined;
  readonly regrets: ReadonlyMap<Assessment, Regret>;
}

function choose(assessments: readonly Assessment[], sampleCount: number, question: Question): Choice {
  return chooseAmong(withFewestExtras(handlingOf(assessments, question)), sampleCount, question);
}

function handlingOf(assessments: readonly Assessment[], { confidence = DEFAULT_CONFIDENCE }: Question): Assessment[] {
  return assessments.filter((assessment) => assessment.confidence >= confidence);
}

/** The choice among candidates that handle the workload. */
function chooseAmong(handling: readonly Assessment[], sampleCount: number, { budgetUsd = Number.POSITIVE_INFINITY }: Question): Choice {
  const regrets = regretsOf(handling, sampleCount);
  const affordable = handling.filter((assessment) => assessment.monthlyUsd.mid <= budgetUsd);
  const regretOf = (assessment: Assessment) => regrets.get(assessment)?.total ?? Number.POSITIVE_INFINITY;
  const chosen = affordable.reduce<Assessment | undefined>(
    (best, assessment) => (best === undefined || regretOf(assessment) < regretOf(best) ? assessment : best),
    undefined,
  );
  return { chosen, regrets };
}

/** Removes candidates that have more optional resources than another one of the same tier: they cost more and need no estimate. */
function withFewestExtras(assessments: readonly Assessment[]): Assessment[] {
  return assessments.filter(({ candidate }) => !assessments.some((other) => hasFewerExtras(other.candidate, candidate)));
}

function verdicts(assessments: readonly Assessment[], { chosen, regrets }: Choice, question: Question): TierVerdict[] {
  const { confidence = DEFAULT_CONFIDENCE, budgetUsd = Number.POSITIVE_INFINITY } = question;
  const tiers = [...new Set([...assessments].sort((a, b) => a.candidate.rank - b.candidate.rank).map(({ candidate }) => candidate.tier))];
  return tiers.map((tier) => {
    const forms = assessments.filter(({ candidate }) => candidate.tier === tier);
    const assessment = forms.find((form) => form === chosen) ?? bestOf(forms, regrets, question);
    const regret = regrets.get(assessment);
    return {
      assessment,
      reason: verdictReason(assessment, { chosen, confidence, budgetUsd }),
      ...(regret === undefined ? {} : { regret }),
    };
  });
}

/** The form with the least regret among those that handle the workload; otherwise the first of those with nearly the largest capacity. */
function bestOf(
  forms: readonly Assessment[],
  regrets: ReadonlyMap<Assessment, Regret>,
  { confidence = DEFAULT_CONFIDENCE }: Question,
): Assessment {
  const handling = forms.filter((form) => regrets.has(form));
  if (handling.length === 0) return firstOfLargestCapacity(forms, confidence);
  return handling.reduce((best, form) => ((regrets.get(form)?.total ?? 0) < (regrets.get(best)?.total ?? 0) ? form : best));
}

/** Share of the largest capacity from which candidates count as equal: the rest does not justify a GPU. */
const AS_MUCH = 0.95;

/** The first candidate with nearly the largest capacity, and at least a given multiple of the workload. Candidates with fewer optional resources come first. */
function firstOfLargestCapacity(forms: readonly Assessment[], confidence: number, least = 0): Assessment {
  const handled = forms.map((form) => form.timesWorkloadWith(confidence));
  const most = Math.max(...handled);
  return forms[handled.findIndex((times) => times >= Math.min(most, Math.max(least, most * AS_MUCH)))] as Assessment;
}

/** The candidate with the largest capacity within the budget; of several, the first with the fewest optional resources. */
function withinBudget(assessments: readonly Assessment[], budgetUsd: number, confidence: number): Pick<Recommendation, 'withinBudget'> {
  const isPaid = (assessment: Assessment) => assessment.monthlyUsd.mid <= budgetUsd;
  // The form with the fewest optional resources of a tier comes first and costs least. If it exceeds the budget, no other form needs an estimate.
  const formsWithFewestExtras = assessments.filter(
    ({ candidate }, index) => assessments.findIndex((other) => other.candidate.tier === candidate.tier) === index,
  );
  const tiers = formsWithFewestExtras.filter(isPaid).map(({ candidate }) => candidate.tier);
  const largestFirst = assessments
    .filter(({ candidate }) => tiers.includes(candidate.tier))
    .sort((left, right) => right.timesWorkloadWith(confidence) - left.timesWorkloadWith(confidence));
  const most = largestFirst.find(isPaid);
  if (most === undefined) return {};
  const withNoMoreExtras = assessments.filter((other) => other === most || hasFewerExtras(other.candidate, most.candidate));
  // A larger budget must not lead to a form that handles less than another tier within a smaller one.
  const ofOtherTier = largestFirst.find((other) => other.candidate.tier !== most.candidate.tier && isPaid(other));
  return { withinBudget: firstOfLargestCapacity(withNoMoreExtras, confidence, ofOtherTier?.timesWorkloadWith(confidence)) };
}
