import { InputError, notOneOf, type Problem } from '../core/problems';
import type { Finding } from '../lint/finding';
import { lint } from '../lint/lint';
import { type ClusterSettings, DEFAULT_CLUSTER_SETTINGS } from '../lint/lint-context';
import type { Rule } from '../lint/rule';
import { RULES } from '../lint/rules';
import { kubernetesRelease } from '../lint/schema';
import { readManifests } from '../manifests/read-manifests';

/** Which rules to check, and for which cluster. */
export interface LintRequest {
  /** Ids of the rules to check. Default: all rules. */
  readonly rules?: readonly string[];
  /** Ids of rules to skip. Default: none. */
  readonly ignored?: readonly string[];
  /** Facts about the cluster that manifests do not contain. Default: a cluster with nodes in three zones. */
  readonly cluster?: ClusterSettings;
}

/** What the rules found. */
export interface LintAnswer {
  /** Violations with file and line, in the order of the files. */
  readonly findings: readonly Finding[];
  /** The checked rules. */
  readonly rules: readonly Rule[];
  /** Number of checked objects. */
  readonly objects: number;
  /** Kubernetes release whose kinds and fields are known, such as `1.36`. */
  readonly kubernetes: string;
}

/**
 * Checks a file or a folder of Kubernetes manifests. Throws an InputError for files that are not manifests, and for unknown
 * rules; a finding is not an error.
 */
export function lintManifests(path: string, request: LintRequest = {}): LintAnswer {
  const rules = rulesOf(request);
  const objects = readManifests(path);
  const findings = lint(objects, rules, request.cluster ?? DEFAULT_CLUSTER_SETTINGS);
  return { findings, rules, objects: objects.length, kubernetes: kubernetesRelease() };
}

/** The rules that a request selects. Throws an InputError with every unknown rule. */
export function rulesOf({ rules = [], ignored = [] }: LintRequest): readonly Rule[] {
  const problems = [...unknown('--rule', rules), ...unknown('--ignore', ignored)];
  if (problems.length > 0) throw new InputError('flags', problems);
  const left = RULES.filter(({ id }) => (rules.length === 0 || rules.includes(id)) && !ignored.includes(id));
  if (left.length === 0)
    throw new InputError('flags', [{ path: '--ignore', reason: 'ignores every rule', expected: 'at least one rule to check' }]);
  return left;
}

/** The message points to the list of rules, which is too long for a message. */
function unknown(flag: string, ids: readonly string[]): readonly Problem[] {
  const known = RULES.map(({ id }) => id);
  return ids
    .filter((id) => !known.includes(id))
    .map((id) => ({ ...notOneOf(flag, id, known), expected: 'a rule that `sizing lint --list-rules` lists' }));
}
