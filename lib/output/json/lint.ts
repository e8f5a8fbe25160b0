import { z } from 'zod';
import type { LintAnswer } from '../../answers/lint';
import { SKIP_REASONS } from '../../core/skip-reason';
import { SUPPRESSION_SOURCES } from '../../core/suppression-source';
import { countsBySeverity } from '../findings';
import { CountsJson, RuleJson, ruleJson, SeverityJson } from './rules';

const EditJson = z.strictObject({
  startLine: z.number().int().describe('line of the first replaced character, counted from 1'),
  startColumn: z.number().int().describe('column of the first replaced character, counted from 1 in UTF-16 code units'),
  endLine: z.number().int().describe('line of the character after the last replaced one'),
  endColumn: z.number().int().describe('column of the character after the last replaced one'),
  text: z.string().describe('text in place of the replaced one; empty for a removal'),
});

const FindingJson = z.strictObject({
  rule: z.string().describe('id of the rule'),
  severity: SeverityJson.describe('severity of the finding, which may be higher than that of the rule'),
  object: z.string().describe('kind, namespace and name: Deployment shop/web'),
  apiVersion: z.string().describe('apiVersion of the object, such as apps/v1; empty for a file that cannot be read'),
  kind: z.string().describe('kind of the object, such as Deployment; File for a file that cannot be read'),
  namespace: z.string().optional().describe('namespace of the object; absent when the manifest has none'),
  name: z.string().describe('name of the object; path of a file that cannot be read'),
  file: z.string().describe('path of the file, relative to the working directory'),
  line: z.number().int().describe('line of the field, counted from 1; for a missing field, the line of its parent'),
  path: z.string().describe('path of the field in the object, such as spec.replicas; empty for the object as a whole'),
  received: z.string().optional().describe('value of the field; absent when the field is missing'),
  expected: z.string().describe('valid values of the field, in English'),
  suggestion: z.string().optional().describe('valid value that is closest to the received one; absent when none is close'),
  edit: EditJson.optional().describe('edit of the file that --fix makes; absent where none or more than one correction is possible'),
});

const SuppressedJson = FindingJson.extend({
  by: z.enum(SUPPRESSION_SOURCES).describe('annotation: of the object; file: the file of suppressions; baseline: the baseline file'),
  reason: z.string().optional().describe('reason in the annotation or the file of suppressions; absent for a finding of the baseline'),
});

/** Output of `lint --json`. */
export const LintJson = z
  .strictObject({
    kubernetes: z.string().describe('Kubernetes release whose kinds and fields the rules know, such as 1.34'),
    objects: z.number().int().describe('number of checked objects'),
    counts: CountsJson,
    rules: z.array(RuleJson).describe('rules that were checked'),
    findings: z.array(FindingJson).describe('findings in the order of files and lines'),
    fixed: z
      .array(FindingJson)
      .describe('findings that --fix has corrected, with --dry-run those that it would correct; edits are those of the file at that time'),
    suppressed: z.array(SuppressedJson).describe('findings that an annotation, the file of suppressions or the baseline suppresses'),
    unusedSuppressions: z
      .array(
        z.strictObject({
          place: z.string().describe('file and entry, such as sizing-lint.yaml: suppressions.0'),
          rule: z.string().describe('id of the rule'),
        }),
      )
      .describe('checked rules of the file of suppressions without a finding in their files'),
    fixedSinceBaseline: z.number().int().describe('entries of the baseline that are no findings any more; 0 without a baseline'),
    skippedFiles: z
      .array(
        z.strictObject({
          file: z.string().describe('path of the file'),
          reason: z.enum(SKIP_REASONS).describe('why the file is not checked'),
        }),
      )
      .describe('files of folders that are not manifests'),
  })
  .meta({ title: 'sizing lint' });
export type LintJson = z.infer<typeof LintJson>;

/** The JSON form of lint results. */
export function lintJson({
  findings,
  suppressed,
  fixed,
  fixedSinceBaseline,
  unusedSuppressions,
  rules,
  objects,
  skipped,
  kubernetes,
}: LintAnswer): LintJson {
  return {
    kubernetes,
    objects,
    counts: countsBySeverity(findings),
    rules: rules.map(ruleJson),
    findings: [...findings],
    fixed: [...fixed],
    suppressed: suppressed.map(({ finding, by, reason }) => ({ ...finding, by, ...(reason !== undefined && { reason }) })),
    fixedSinceBaseline,
    unusedSuppressions: [...unusedSuppressions],
    skippedFiles: [...skipped],
  };
}
