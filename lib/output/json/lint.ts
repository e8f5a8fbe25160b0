import { z } from 'zod';
import type { LintAnswer } from '../../answers/lint';
import { countsBySeverity } from '../findings';
import { CountsJson, RuleJson, ruleJson, SeverityJson } from './rules';

const FindingJson = z.strictObject({
  rule: z.string().describe('id of the rule'),
  severity: SeverityJson.describe('severity of the rule'),
  object: z.string().describe('kind, namespace and name: Deployment shop/web'),
  apiVersion: z.string().describe('apiVersion of the object, such as apps/v1'),
  kind: z.string().describe('kind of the object, such as Deployment'),
  namespace: z.string().optional().describe('namespace of the object; absent when the manifest has none'),
  name: z.string().describe('name of the object'),
  file: z.string().describe('path of the file, relative to the working directory'),
  line: z.number().int().describe('line of the field, counted from 1; for a missing field, the line of its parent'),
  path: z.string().describe('path of the field in the object, such as spec.replicas; empty for the object as a whole'),
  received: z.string().optional().describe('value of the field; absent when the field is missing'),
  expected: z.string().describe('valid values of the field, in English'),
  suggestion: z.string().optional().describe('valid value that is closest to the received one; absent when none is close'),
});

/** What `lint --json` prints. */
export const LintJson = z
  .strictObject({
    kubernetes: z.string().describe('Kubernetes release whose kinds and fields the rules know, such as 1.34'),
    objects: z.number().int().describe('number of checked objects'),
    counts: CountsJson,
    rules: z.array(RuleJson).describe('rules that were checked'),
    findings: z.array(FindingJson).describe('findings in the order of files and lines'),
  })
  .meta({ title: 'sizing lint' });
export type LintJson = z.infer<typeof LintJson>;

/** The JSON form of lint results. */
export function lintJson({ findings, rules, objects, kubernetes }: LintAnswer): LintJson {
  return { kubernetes, objects, counts: countsBySeverity(findings), rules: rules.map(ruleJson), findings: [...findings] };
}
