import { InputError, notOneOf, type Problem } from '../core/problems';
import type { Finding } from '../lint/finding';
import { lint } from '../lint/lint';
import { type ClusterSettings, DEFAULT_CLUSTER_SETTINGS } from '../lint/lint-context';
import type { Rule } from '../lint/rule';
import { RULES } from '../lint/rules';
import { kubernetesRelease } from '../lint/schema';
import { readManifests } from '../manifests/read-manifests';

export interface LintRequest {
  /** Ids of the rules to check; default: all. */
  readonly rules?: readonly string[];
  /** Ids of rules to leave out. */
  readonly ignored?: readonly string[];
  readonly cluster?: ClusterSettings;
}

export interface LintResult {
  readonly findings: readonly Finding[];
  /** The rules that were checked. */
  readonly rules: readonly Rule[];
  /** How many objects were. */
  readonly objects: number;
  /** The release of Kubernetes whose kinds and fields are known: `1.36`. */
  readonly kubernetes: string;
}

/**
 * Checks a file or a folder of Kubernetes manifests. Throws an InputError for what is no manifest, and for a rule that
 * there is not; a finding is no error.
 */
export function lintManifests(path: string, request: LintRequest = {}): LintResult {
  const rules = rulesOf(request);
  const objects = readManifests(path);
  const findings = lint(objects, rules, request.cluster ?? DEFAULT_CLUSTER_SETTINGS);
  return { findings, rules, objects: objects.length, kubernetes: kubernetesRelease() };
}

/** The rules that a request leaves. Throws an InputError with every name that is none. */
export function rulesOf({ rules = [], ignored = [] }: LintRequest): readonly Rule[] {
  const problems = [...unknown('--rule', rules), ...unknown('--ignore', ignored)];
  if (problems.length > 0) throw new InputError('flags', problems);
  const left = RULES.filter(({ id }) => (rules.length === 0 || rules.includes(id)) && !ignored.includes(id));
  if (left.length === 0)
    throw new InputError('flags', [{ path: '--ignore', reason: 'ignores every rule', expected: 'at least one rule to check' }]);
  return left;
}

/** A message with all rules would bury what was meant, so they are listed where they are asked for. */
function unknown(flag: string, ids: readonly string[]): readonly Problem[] {
  const known = RULES.map(({ id }) => id);
  return ids
    .filter((id) => !known.includes(id))
    .map((id) => ({ ...notOneOf(flag, id, known), expected: 'a rule that `sizing lint --list-rules` lists' }));
}
