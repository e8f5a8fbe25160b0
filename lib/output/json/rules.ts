import { z } from 'zod';
import type { RuleDescription } from '../../core/rule-description';
import { SEVERITIES } from '../../core/severity';

/** Severity of a rule, as JSON has it. */
export const SeverityJson = z.enum(SEVERITIES);

/** A rule, as JSON has it. */
export const RuleJson = z.strictObject({
  id: z.string().describe('id of the rule, as in --rule and --ignore'),
  severity: SeverityJson.describe('severity of the rule'),
  description: z.string().describe('the defect, as a sentence'),
  fix: z.string().describe('the fix, as imperative sentences'),
});

/** Numbers of findings, as JSON has them. */
export const CountsJson = z
  .strictObject({
    error: z.number().int().describe('number of findings with severity error'),
    warning: z.number().int().describe('number of findings with severity warning'),
    info: z.number().int().describe('number of findings with severity info'),
  })
  .describe('findings by severity');

/** The JSON form of a rule. */
export function ruleJson({ id, severity, description, fix }: RuleDescription): z.infer<typeof RuleJson> {
  return { id, severity, description, fix };
}
