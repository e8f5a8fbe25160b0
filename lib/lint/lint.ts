import type { ManifestObject } from '../manifests/manifest-object';
import { type Finding, findingOf } from './finding';
import { type ClusterSettings, DEFAULT_CLUSTER_SETTINGS, LintContext } from './lint-context';
import type { Rule } from './rule';
import { RULES } from './rules';

/**
 * Checks manifests that will be applied together. Findings are ordered by file, line and rule. An object that a
 * manifest refers to must be one of the objects, unless an operator may create it.
 */
export function lint(
  objects: readonly ManifestObject[],
  rules: readonly Rule[] = RULES,
  cluster: ClusterSettings = DEFAULT_CLUSTER_SETTINGS,
): readonly Finding[] {
  const context = new LintContext(objects, cluster);
  const files = new Map([...new Set(objects.map(({ origin }) => origin.file))].map((file, index) => [file, index]));
  const findings = rules.flatMap((rule) => Array.from(rule.check(context), (violation) => findingOf(rule, violation)));
  return findings.sort((a, b) => (files.get(a.file) ?? 0) - (files.get(b.file) ?? 0) || a.line - b.line);
}
