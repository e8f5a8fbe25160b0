import { z } from 'zod';
import type { CheckAnswer } from '../../answers/check-templates';
import type { Rule } from '../../check/rule';
import { countsBySeverity } from '../findings';
import { CountsJson, RuleJson, ruleJson, SeverityJson } from './rules';

const CheckRuleJson = RuleJson.extend({
  citation: z.string().describe('page of the documentation of the service that states the requirement'),
  unsettled: z.string().optional().describe('the point that the documentation leaves open, and the safe side that the rule takes'),
});

const FindingJson = z.strictObject({
  rule: z.string().describe('id of the rule'),
  severity: SeverityJson.describe('severity of the rule'),
  object: z.string().describe('type and logical id, such as AWS::ECS::Service Web'),
  template: z.string().describe('name of the stack, or the file of the template'),
  type: z.string().describe('CloudFormation type of the resource'),
  resource: z.string().describe('logical id of the resource'),
  construct: z.string().optional().describe('path of the construct below the stack; absent in templates that the CDK did not write'),
  file: z.string().describe('path of the file, relative to the working directory'),
  line: z.number().int().optional().describe('line of the resource, counted from 1; absent when it is not known'),
  path: z.string().describe('path in the resource, such as Properties.Memory'),
  received: z.string().optional().describe('value of the property; absent when the property is missing'),
  expected: z.string().describe('valid values of the property, in English'),
  suggestion: z.string().optional().describe('valid value that is closest to the received one; absent when none is close'),
});

/** Output of `check --json`. */
export const CheckJson = z
  .strictObject({
    templates: z.array(z.string()).describe('names of the checked templates: stacks of a cloud assembly, or the file'),
    resources: z.number().int().describe('number of checked resources'),
    counts: CountsJson,
    rules: z.array(CheckRuleJson).describe('rules that were checked'),
    findings: z.array(FindingJson).describe('findings in the order of templates and resources'),
  })
  .meta({ title: 'sizing check' });
export type CheckJson = z.infer<typeof CheckJson>;

/** The JSON form of the results of a check. */
export function checkJson({ findings, rules, templates, resources }: CheckAnswer): CheckJson {
  return {
    templates: [...templates],
    resources,
    counts: countsBySeverity(findings),
    rules: rules.map(checkRuleJson),
    findings: [...findings],
  };
}

/** The JSON form of a rule about templates. */
export function checkRuleJson(rule: Rule): z.infer<typeof CheckRuleJson> {
  const { citation, unsettled } = rule;
  return { ...ruleJson(rule), citation, ...(unsettled !== undefined && { unsettled }) };
}
