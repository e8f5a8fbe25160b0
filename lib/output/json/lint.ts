import { z } from 'zod';
import type { LintAnswer } from '../../answers/lint';
import { type Rule, SEVERITIES } from '../../lint/rule';
import { countsBySeverity } from '../lint';

const SeverityJson = z.enum(SEVERITIES);

const RuleJson = z.strictObject({
  id: z.string().describe('id'),
  severity: SeverityJson.describe('severity of the rule'),
  description: z.string().describe('the defect, as a sentence'),
  fix: z.string().describe('the fix, as imperative sentences'),
});

const FindingJson = z.strictObject({
  rule: z.string().describe('id of the rule'),
  severity: SeverityJson.describe('severity of the rule'),
  object: z.string().describe('kind, namespace and name: Deployment shop/web'),
  apiVersion: z.string().describe('apiVersion of the object'),
  kind: z.string().describe('kind of the object'),
  namespace: z.string().optional().describe('namespace of the object'),
  name: z.string().describe('name of the object'),
  file: z.string().describe('path of the file'),
  line: z.number().int().describe('counted from 1; for a missing field, the line of its parent'),
  path: z.string().describe('path in the object; empty for the object as a whole'),
  received: z.string().optional().describe('the value that was found; absent when it is missing'),
  expected: z.string().describe('valid value, in words'),
  suggestion: z.string().optional().describe('the word that was probably meant'),
});

/** What `lint --json` prints. */
export const LintJson = z
  .strictObject({
    kubernetes: z.string().describe('the Kubernetes release whose kinds and fields are known'),
    objects: z.number().int().describe('number of checked objects'),
    counts: z
      .strictObject({
        error: z.number().int().describe('number of errors'),
        warning: z.number().int().describe('number of warnings'),
        info: z.number().int().describe('number of infos'),
      })
      .describe('findings by severity'),
    rules: z.array(RuleJson).describe('the rules that were checked'),
    findings: z.array(FindingJson).describe('every finding'),
  })
  .meta({ title: 'sizing lint' });
export type LintJson = z.infer<typeof LintJson>;

/** The JSON form of lint results. */
export function lintJson({ findings, rules, objects, kubernetes }: LintAnswer): LintJson {
  return { kubernetes, objects, counts: countsBySeverity(findings), rules: rules.map(ruleJson), findings: [...findings] };
}

/** The JSON form of a rule. */
export function ruleJson({ id, severity, description, fix }: Rule): z.infer<typeof RuleJson> {
  return { id, severity, description, fix };
}
