import { check } from '../check/check';
import type { Finding } from '../check/finding';
import type { Rule } from '../check/rule';
import { RULES } from '../check/rules';
import { readTemplates } from '../cloudformation/read-templates';
import { resourceLines } from '../cloudformation/resource-lines';
import { type RuleSelection, selectRules } from '../core/rule-description';

/** Which rules to check. */
export type CheckRequest = RuleSelection;

/** Results of a check of templates. */
export interface CheckAnswer {
  /** Violations with file and line, in the order of the templates and their resources. */
  readonly findings: readonly Finding[];
  /** The checked rules. */
  readonly rules: readonly Rule[];
  /** Names of the checked templates: the stacks of a cloud assembly, or the file. */
  readonly templates: readonly string[];
  /** Number of checked resources. */
  readonly resources: number;
}

/**
 * Checks a CloudFormation template, or all stacks of a `cdk.out` folder, against the requirements in the documentation of the services.
 * Throws an InputError for files that are not templates, and for unknown rules; a finding is not an error.
 */
export function checkTemplates(path: string, request: CheckRequest = {}): CheckAnswer {
  const rules = checkRulesOf(request);
  const templates = readTemplates(path);
  return {
    findings: withLines(check(templates, rules)),
    rules,
    templates: templates.map(({ name }) => name),
    resources: templates.reduce((sum, { resources }) => sum + resources.length, 0),
  };
}

/** The rules that a request selects. Throws an InputError with every unknown rule. */
export function checkRulesOf(request: CheckRequest): readonly Rule[] {
  return selectRules(RULES, request, 'check');
}

/** Reads the lines of files with findings only. */
function withLines(findings: readonly Finding[]): readonly Finding[] {
  const lines = new Map([...new Set(findings.map(({ file }) => file))].map((file) => [file, resourceLines(file)]));
  return findings.map((finding) => {
    const line = lines.get(finding.file)?.get(finding.resource);
    return { ...finding, ...(line !== undefined && { line }) };
  });
}
