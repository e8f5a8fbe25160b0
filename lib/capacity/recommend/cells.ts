import { certain, type Interval, mapInterval, scaleInterval } from '../../core/interval';
import { InputError, type Problem } from '../../core/problems';
import { scaleTargetWorkload } from '../../model/volumes';
import { rowName } from '../capacity';
import { Demands } from '../demand';
import { rangeOf } from '../range';
import type { Samples } from '../samples';
import type { ResourceUse } from '../utilization';
import { leastOf, reachedIn } from '../vector';
import { Assessment } from './assess';
import { type Candidate, hasFewerExtras } from './candidate';
import type { Question } from './question';

/** Concurrent users above which the plan is not credible, because no evidence shows that the shared services handle them. */
export const MOST_USERS = 1_000_000;

/** A resource of an external service that all cells share, because it does not grow with the number of cells. */
export interface SharedNeed {
  /** Name of the resource: `model-api api-calls`. */
  readonly resource: string;
  /** Demand of all cells together, in the unit of the resource. */
  readonly needed: Interval;
  /** Supply for all cells together. */
  readonly supplied: Interval;
  /** Required multiple of the present limit. */
  readonly timesPresent: number;
}

/**
 * Plan for a workload beyond the largest tier: independent copies of that tier, each with its own users. No template is
 * synthesized for it, and the plan does not include the routing of users to cells.
 */
export interface CellPlan {
  /** The tier and options of each cell. */
  readonly candidate: Candidate;
  /** Number of cells. */
  readonly cells: number;
  /** Concurrent users of all cells together. */
  readonly users: number;
  /** Concurrent users of one cell. */
  readonly usersPerCell: number;
  /** Monthly cost of all cells, US dollars. */
  readonly monthlyUsd: Interval;
  /** Monthly cost of one cell, US dollars. */
  readonly monthlyUsdPerCell: Interval;
  /** Resource that limits a cell. */
  readonly limit: string | undefined;
  /** Demands on external services, which all cells share. */
  readonly shared: readonly SharedNeed[];
  /** Whether the plan has more users than `MOST_USERS`, for which the model has no evidence. */
  readonly isBeyondModel: boolean;
}

/** The cheapest plan of copies of the largest tier. */
export function cellPlan(question: Question, assessments: readonly Assessment[], confidence: number, samples: Samples): CellPlan {
  const largest = Math.max(...assessments.map(({ candidate }) => candidate.rank));
  const copied = assessments
    .filter(({ candidate }) => candidate.rank === largest)
    .map((assessment) => ({ assessment, cells: cellsOf(assessment, confidence) }))
    .filter(({ cells }) => cells < Number.POSITIVE_INFINITY);
  // As many cells with more optional resources cost more, which is known without an estimate.
  const isCostlier = ({ assessment: { candidate }, cells }: (typeof copied)[number]) =>
    copied.some((other) => other.cells <= cells && hasFewerExtras(other.assessment.candidate, candidate));
  const plans = copied.filter((each) => !isCostlier(each)).map(({ assessment, cells }) => planOf(question, assessment, cells, samples));
  const [first] = plans;
  if (first === undefined) throw handlesNothing(question, assessments, { largest, confidence });
  return plans.reduce((cheapest, plan) => (plan.monthlyUsd.mid < cheapest.monthlyUsd.mid ? plan : cheapest), first);
}

/** The resources because of which no number of copies of the largest tier handles the workload. */
function handlesNothing(
  { system }: Question,
  assessments: readonly Assessment[],
  { largest, confidence }: { readonly largest: number; readonly confidence: number },
): InputError {
  const uses = assessments
    .filter(({ candidate }) => candidate.rank === largest)
    .flatMap(({ candidate, uses: all }) => all.filter(({ component }) => !candidate.form.externals.includes(component)));
  const without = (share: number) => uses.filter(({ factor }) => reachedIn(factor, share) <= 0);
  // Each of several resources may be enough in the required share of the samples, but not all of them together.
  const alone = without(confidence);
  const problems = (alone.length > 0 ? alone : without(1)).map((use): Problem => {
    const path = rowName(use);
    return use.tooSmallInShare > 0
      ? {
          path,
          reason: 'the largest tier handles no load, because an instance is too small for one operation',
          expected: 'instances with the memory of their base load and of one operation',
        }
      : {
          path,
          reason: 'the largest tier handles no load, because the base load exceeds the threshold',
          expected: 'a base load below the threshold',
        };
  });
  return new InputError(`system ${system.id}`, [...new Map(problems.map((problem) => [problem.path, problem])).values()]);
}

/** The number of cells that handle the workload; infinite where one handles nothing. */
function cellsOf({ candidate, uses }: Assessment, confidence: number): number {
  const own = uses.filter(({ component }) => !candidate.form.externals.includes(component));
  const timesWorkload = reachedIn(leastOf(own.map(({ factor }) => factor)), confidence);
  return timesWorkload <= 0 ? Number.POSITIVE_INFINITY : Math.ceil(1 / timesWorkload);
}

function planOf(question: Question, assessment: Assessment, cells: number, samples: Samples): CellPlan {
  const { candidate, targetWorkload } = assessment;
  const isShared = ({ component }: ResourceUse) => candidate.form.externals.includes(component);
  const share = scaleTargetWorkload(question.system, targetWorkload, 1 / cells);
  const cell = new Assessment(candidate, new Demands(question.system, share, samples), share, question.costOf);
  const users = (targetWorkload.concurrentUsers ?? certain(0)).mid;
  return {
    candidate,
    cells,
    users,
    usersPerCell: users / cells,
    monthlyUsd: scaleInterval(cell.monthlyUsd, cells),
    monthlyUsdPerCell: cell.monthlyUsd,
    limit: cell.limits.find(({ component }) => !candidate.form.externals.includes(component))?.resource,
    shared: assessment.uses.filter(isShared).map((use) => ({
      resource: rowName(use),
      needed: rangeOf(use.demand.load),
      supplied: rangeOf(use.supplied),
      timesPresent: mapInterval(rangeOf(use.factor), (factor) => 1 / factor).low,
    })),
    isBeyondModel: users > MOST_USERS,
  };
}
