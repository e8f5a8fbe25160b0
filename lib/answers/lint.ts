import { type RuleSelection, selectRules } from '../core/rule-description';
import type { Finding } from '../lint/finding';
import { lint } from '../lint/lint';
import { type ClusterSettings, DEFAULT_CLUSTER_SETTINGS } from '../lint/lint-context';
import type { Rule } from '../lint/rule';
import { RULES } from '../lint/rules';
import { kubernetesRelease } from '../lint/schema';
import { readManifests } from '../manifests/read-manifests';

/** Which rules to check, and for which cluster. */
export interface LintRequest extends RuleSelection {
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
export function rulesOf(request: LintRequest): readonly Rule[] {
  return selectRules(RULES, request, 'lint');
}
