import { InputError } from '../../core/problems';
import type { TargetWorkload } from '../../model/workload';
import { Demands } from '../demand';
import { Samples } from '../samples';
import { requireKnownLoads } from '../unknown-loads';
import { type UsersAtOnce, usersAtOnce } from '../users';
import { inSample } from '../vector';
import { checkTargetWorkload } from '../volumes';
import { Assessment } from './assess';
import { isPlainer } from './candidate';
import { type CellPlan, cellPlan } from './cells';
import { type Lifetime, lifetimeOf } from './growth';
import type { Question } from './question';
import { type Regret, regretsOf } from './regret';
import { type VerdictReason, verdictReason } from './verdict';

/** Share of the samples in which a recommendation handles its workload, unless asked otherwise. */
export const DEFAULT_CONFIDENCE = 0.9;

/** The best form of one tier. */
export interface TierVerdict {
  /** The assessment of the best form of the tier. */
  readonly assessment: Assessment;
  /** Why this tier, or why not; its kind is the verdict. */
  readonly reason: VerdictReason;
  /** The expected regret of choosing it; absent where it was not compared. */
  readonly regret?: Regret;
}

/** The recommended tier, and the verdict on every other. */
export interface Recommendation {
  /** The workload that is to be handled. */
  readonly targetWorkload: TargetWorkload;
  /** The required confidence, 0 to 1. */
  readonly confidence: number;
  /** Users with a session, active users and requests in flight. */
  readonly usersAtOnce: UsersAtOnce;
  /** Absent when no tier handles the workload with the asked confidence, or none within the budget. */
  readonly chosen?: TierVerdict;
  /** One for each tier, from the smallest on: why it, and why not. */
  readonly tiers: readonly TierVerdict[];
  /** How long the recommended tier handles the growing workload. Absent without a growth rate. */
  readonly lifetime?: Lifetime;
  /** What the budget pays when nothing is recommended: too little for the workload, or nothing handles it. */
  readonly withinBudget?: Assessment;
  /** When the workload is beyond the largest tier. */
  readonly cells?: CellPlan;
}

/**
 * The candidate of least regret among those that handle a workload with the asked confidence and fit the budget: in general
 * the cheapest. Throws an InputError for operations that the system doesn't have, for a system or component whose load is unknown,
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
    usersAtOnce: usersAtOnce(system, targetWorkload),
    tiers,
    ...(chosen === undefined ? {} : { chosen }),
    ...(chosen === undefined || growthPerMonth === undefined
      ? {}
      : { lifetime: lifetimeOf(chosen.assessment, growthPerMonth, confidence, (grown) => decide(question, grown, samples)) }),
    ...(chosen === undefined && question.budgetUsd !== undefined ? withinBudget(assessments, question.budgetUsd, confidence) : {}),
    ...(handled ? {} : { cells: cellPlan(question, assessments, confidence, samples) }),
  };
}

/** The choice alone, without its reasons: for questions that ask it many times. */
export function decide(
  question: Question,
  targetWorkload: TargetWorkload,
  samples = new Samples(question.simulation),
): Assessment | undefined {
  return choose(assess(question, targetWorkload, samples), samples.count, question).chosen;
}

function assess({ system, candidates, costOf }: Question, targetWorkload: TargetWorkload, samples: Samples): Assessment[] {
  requireKnownLoads(
    system,
    candidates.map(({ form }) => form),
  );
  const demands = new Demands(system, targetWorkload, samples);
  const assessments = candidates.map((candidate) => new Assessment(candidate, demands, targetWorkload, costOf));
  requireLoad(assessments);
  return assessments;
}

/** A workload that needs nothing fits everywhere, and says nothing about a tier. */
function requireLoad(assessments: readonly Assessment[]): void {
  if (assessments.every(({ factor }) => inSample(factor, 0) < Number.POSITIVE_INFINITY)) return;
  throw new InputError('workload', [{ path: 'workload', reason: 'no load', expected: 'users or operations above 0' }]);
}

interface Choice {
  readonly chosen: Assessment | undefined;
  readonly regrets: ReadonlyMap<Assessment, Regret>;
}

function choose(assessments: readonly Assessment[], sampleCount: number, question: Question): Choice {
  const { confidence = DEFAULT_CONFIDENCE, budgetUsd = Number.POSITIVE_INFINITY } = question;
  const handling = plainest(assessments.filter((assessment) => assessment.confidence >= confidence));
  const regrets = regretsOf(handling, sampleCount);
  const affordable = handling.filter((assessment) => assessment.monthlyUsd.mid <= budgetUsd);
  const regretOf = (assessment: Assessment) => regrets.get(assessment)?.total ?? Number.POSITIVE_INFINITY;
  const chosen = affordable.reduce<Assessment | undefined>(
    (best, assessment) => (best === undefined || regretOf(assessment) < regretOf(best) ? assessment : best),
    undefined,
  );
  return { chosen, regrets };
}

/** Without those of which a plainer one of the same tier handles the workload as well: they cost more and need no price. */
function plainest(assessments: readonly Assessment[]): Assessment[] {
  return assessments.filter(({ candidate }) => !assessments.some((other) => isPlainer(other.candidate, candidate)));
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

/** Of those that handle it, the one of least regret; else the plainest of those that handle most. */
function bestOf(
  forms: readonly Assessment[],
  regrets: ReadonlyMap<Assessment, Regret>,
  { confidence = DEFAULT_CONFIDENCE }: Question,
): Assessment {
  const handling = forms.filter((form) => regrets.has(form));
  if (handling.length === 0) return plainestOfMost(forms, confidence);
  return handling.reduce((best, form) => ((regrets.get(form)?.total ?? 0) < (regrets.get(best)?.total ?? 0) ? form : best));
}

/** Candidates that handle this share of the largest capacity count as equal: a GPU is not worth the rest. */
const AS_MUCH = 0.95;

/** Candidates come with the plainest first. */
function plainestOfMost(forms: readonly Assessment[], confidence: number): Assessment {
  const handled = forms.map((form) => form.timesWorkloadWith(confidence));
  const most = Math.max(...handled);
  return forms[handled.findIndex((times) => times >= most * AS_MUCH)] as Assessment;
}

/** Of what the budget pays, that which handles most; of what handles as much, the plainest. */
function withinBudget(assessments: readonly Assessment[], budgetUsd: number, confidence: number): Pick<Recommendation, 'withinBudget'> {
  const isPaid = (assessment: Assessment) => assessment.monthlyUsd.mid <= budgetUsd;
  // Of a tier the plainest comes first and costs least: where it is too dear, no other form needs a price.
  const plainestForms = assessments.filter(
    ({ candidate }, index) => assessments.findIndex((other) => other.candidate.tier === candidate.tier) === index,
  );
  const tiers = plainestForms.filter(isPaid).map(({ candidate }) => candidate.tier);
  const most = assessments
    .filter(({ candidate }) => tiers.includes(candidate.tier))
    .sort((left, right) => right.timesWorkloadWith(confidence) - left.timesWorkloadWith(confidence))
    .find(isPaid);
  if (most === undefined) return {};
  const plainer = assessments.filter((other) => other === most || isPlainer(other.candidate, most.candidate));
  return { withinBudget: plainestOfMost(plainer, confidence) };
}
