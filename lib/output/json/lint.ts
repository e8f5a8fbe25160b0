import { z } from 'zod';
import type { LintAnswer } from '../../answers/lint';
import { type Rule, SEVERITIES } from '../../lint/rule';
import { countsBySeverity } from '../lint';

const SeverityJson = z.enum(SEVERITIES);

const RuleJson = z.strictObject({
  id: z.string(),
  severity: SeverityJson,
  description: z.string().describe('the defect, as a sentence'),
  fix: z.string().describe('the fix, as imperative sentences'),
});

const FindingJson = z.strictObject({
  rule: z.string(),
  severity: SeverityJson,
  object: z.string().describe('kind, namespace and name: Deployment shop/web'),
  apiVersion: z.string(),
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
  file: z.string(),
  line: z.number().int().describe('counted from 1; for a missing field, the line of its parent'),
  path: z.string().describe('path in the object; empty for the object as a whole'),
  received: z.string().optional().describe('the value that was found; absent when it is missing'),
  expected: z.string(),
  suggestion: z.string().optional().describe('the word that was probably meant'),
});

/** What `lint --json` prints. */
export const LintJson = z
  .strictObject({
    kubernetes: z.string().describe('the Kubernetes release whose kinds and fields are known'),
    objects: z.number().int().describe('number of objects that were checked'),
    counts: z.strictObject({ error: z.number().int(), warning: z.number().int(), info: z.number().int() }),
    rules: z.array(RuleJson).describe('the rules that were checked'),
    findings: z.array(FindingJson),
  })
  .meta({ title: 'sizing lint' });
export type LintJson = z.infer<typeof LintJson>;

export function lintJson({ findings, rules, objects, kubernetes }: LintAnswer): LintJson {
  return { kubernetes, objects, counts: countsBySeverity(findings), rules: rules.map(ruleJson), findings: [...findings] };
}

export function ruleJson({ id, severity, description, fix }: Rule): z.infer<typeof RuleJson> {
  return { id, severity, description, fix };
}
