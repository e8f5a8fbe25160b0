import { InputError, notOneOf, type Problem } from './problems';
import type { Severity } from './severity';

/** Description of a rule for users. All commands that check files against rules have the same one. */
export interface RuleDescription {
  /** ID in kebab case, for `--rule` and `--ignore`. Never changes once published. */
  readonly id: string;
  /** Severity of its findings. Some rules raise it for findings that can never work. */
  readonly severity: Severity;
  /** The defect as a sentence without a full stop: `Container has no resource requests`. */
  readonly description: string;
  /** The fix as imperative sentences, without a full stop at the end. */
  readonly fix: string;
  /** Address of the page of the service's documentation that the rule relies on; absent for rules that state no source. */
  readonly citation?: string;
}

/** Which rules to check. */
export interface RuleSelection {
  /** Ids of the rules to check. Default: all rules. */
  readonly rules?: readonly string[];
  /** Ids of rules to skip. Default: none. */
  readonly ignored?: readonly string[];
}

/**
 * The rules that a selection leaves. Throws an InputError with every unknown rule; it points to the list that the command
 * prints with --list-rules, because the list is too long for a message.
 */
export function selectRules<R extends RuleDescription>(
  all: readonly R[],
  { rules = [], ignored = [] }: RuleSelection,
  command: string,
): readonly R[] {
  const known = all.map(({ id }) => id);
  const expected = `a rule that \`sizing ${command} --list-rules\` lists`;
  const problems = [...unknown('--rule', rules, known, expected), ...unknown('--ignore', ignored, known, expected)];
  if (problems.length > 0) throw new InputError('flags', problems);
  const left = all.filter(({ id }) => (rules.length === 0 || rules.includes(id)) && !ignored.includes(id));
  if (left.length === 0)
    throw new InputError('flags', [{ path: '--ignore', reason: 'ignores every rule', expected: 'at least one rule to check' }]);
  return left;
}

function unknown(flag: string, ids: readonly string[], known: readonly string[], expected: string): readonly Problem[] {
  return ids.filter((id) => !known.includes(id)).map((id) => ({ ...notOneOf(flag, id, known), expected }));
}
