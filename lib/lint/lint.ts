import type { ManifestObject } from '../manifests/manifest-object';
import { withDoubt } from './doubtful';
import { type Finding, findingOf } from './finding';
import { type ClusterSettings, DEFAULT_CLUSTER_SETTINGS, LintContext } from './lint-context';
import type { Rule } from './rule';
import { RECOMMENDED, RULES } from './rules';
import type { SuppressedFinding } from './suppressed-finding';
import { suppressionReason } from './suppressions';

/** Results of a check. Findings are ordered by file, line and rule. */
export interface LintResult {
  /** Findings that are reported. */
  readonly findings: readonly Finding[];
  /** Findings that an annotation of the object suppresses. */
  readonly suppressed: readonly SuppressedFinding[];
}

/** The findings of `lintAll` that no annotation suppresses. */
export function lint(
  objects: readonly ManifestObject[],
  rules: readonly Rule[] = RECOMMENDED,
  cluster: ClusterSettings = DEFAULT_CLUSTER_SETTINGS,
): readonly Finding[] {
  return lintAll(objects, rules, cluster).findings;
}

/**
 * Checks manifests that will be applied together. An object that a manifest refers to must be one of the objects, unless an operator
 * may create it.
 */
export function lintAll(objects: readonly ManifestObject[], rules: readonly Rule[], cluster: ClusterSettings): LintResult {
  const context = new LintContext(
    objects,
    cluster,
    RULES.map(({ id }) => id),
  );
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const rule of rules) {
    for (const violation of rule.check(context)) {
      const finding = findingOf(rule, withDoubt(rule, violation));
      const reason = suppressionReason(violation.object, rule.id);
      if (reason === undefined) findings.push(finding);
      else suppressed.push({ finding, by: 'annotation', reason });
    }
  }
  const files = new Map(
    [...new Set([...objects.map(({ origin }) => origin.file), ...(cluster.unreadable ?? []).map(({ file }) => file)])].map(
      (file, index) => [file, index],
    ),
  );
  const inOrder = (a: Finding, b: Finding) => (files.get(a.file) ?? 0) - (files.get(b.file) ?? 0) || a.line - b.line;
  return { findings: findings.sort(inOrder), suppressed: suppressed.sort((a, b) => inOrder(a.finding, b.finding)) };
}
