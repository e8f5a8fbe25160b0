import type { DiffAnswer, DiffLimits } from '../answers/diff';
import { LimitExceededError } from '../core/problems';
import { exceededLimitText } from './exceeded-limits';
import { incompleteTexts } from './incomplete';
import type { JunitCase, JunitSuite } from './junit-suite';
import { limitExcludesUsageText } from './limit-excludes-usage';
import { mergedIncomplete } from './merged-incomplete';

/** The limits of a change as test cases, with the failures that `diffFailures` found. */
export function diffJunit({ after }: DiffAnswer, limits: DiffLimits, failures: readonly Error[]): JunitSuite {
  const { unpriced, derived, unknownUsage } = mergedIncomplete(failures);
  const none = { unpriced: [], derived: [], unknownUsage: [] };
  return {
    name: `sizing diff ${after.subject}`,
    cases: [
      completenessCase('all prices are known', incompleteTexts({ ...none, unpriced })),
      ...(limits.strict === true ? [completenessCase('no price is derived (--strict)', incompleteTexts({ ...none, derived }))] : []),
      ...(limits.requireUsage === true
        ? [completenessCase('all usage is known (--require-usage)', incompleteTexts({ ...none, unknownUsage }))]
        : []),
      ...(limits.maxIncrease === undefined ? [] : [increaseCase(after, failures, unpriced.length > 0)]),
    ],
  };
}

function completenessCase(name: string, [summary = '', ...causes]: readonly string[]): JunitCase {
  return causes.length === 0 ? { name } : { name, failure: [summary, ...causes] };
}

function increaseCase({ estimate }: DiffAnswer['after'], failures: readonly Error[], hasUnknownPrice: boolean): JunitCase {
  const name = 'the increase is within the limit (--max-increase)';
  const exceeded = failures.find((failure) => failure instanceof LimitExceededError);
  if (exceeded !== undefined) return { name, failure: [exceededLimitText(exceeded.limit)] };
  if (hasUnknownPrice) return { name, skipped: 'some prices are unknown, so the increase is unknown' };
  const note = limitExcludesUsageText('--max-increase', estimate);
  return { name, ...(note !== undefined && { note }) };
}
