import { LimitExceededError } from '../core/problems';
import type { RuleFinding } from '../core/rule-finding';

/** Severities that can fail a check, in ascending order; `never` fails it for none. */
export const FAIL_ON = ['info', 'warning', 'error', 'never'] as const;
/** The lowest severity that fails a check. */
export type FailOn = (typeof FAIL_ON)[number];

/** The failure of a check with findings; none when all of them are below the severity. `subject` is what was checked. */
export function findingFailures(
  findings: readonly RuleFinding[],
  failOn: FailOn,
  subject: 'manifests' | 'templates',
): readonly LimitExceededError[] {
  const failing = findings.filter(({ severity }) => FAIL_ON.indexOf(severity) >= FAIL_ON.indexOf(failOn));
  return failing.length === 0 ? [] : [new LimitExceededError({ kind: 'findings', findings: failing, subject, failOn })];
}
