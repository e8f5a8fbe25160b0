import type { CheckAnswer } from '../../lib/answers/check-templates';
import { findingFailures } from '../../lib/answers/finding-failures';
import { allParts } from '../../lib/core/all-parts';
import { counted } from '../../lib/core/number-format';
import { InputError } from '../../lib/core/problems';
import { packageVersion } from '../../lib/io/package-data';
import { findingsView, rulesView } from '../../lib/output/findings';
import { findingsSarif } from '../../lib/output/findings-sarif';
import { checkJson, checkRuleJson } from '../../lib/output/json/check';
import type { Report } from '../../lib/output/report';
import type { Command, Request } from '../command';
import { failOnOf, LIST_RULES_FLAG, RULE_FLAGS, ruleSelection } from './rule-flags';

/** Prints the answer of checkTemplates. */
export const check: Command = {
  arguments: [{ name: 'template', description: 'a CloudFormation template (JSON or YAML) or a cdk.out folder', optional: true }],
  flags: [...RULE_FLAGS, LIST_RULES_FLAG],
  formats: ['sarif'],
  examples: [
    'sizing check cdk.out',
    'sizing check template.json --fail-on warning --ignore log-retention --format sarif',
    'sizing check --list-rules',
  ],
  run: async (request) => {
    const { flags, modules } = request;
    const { checkTemplates, checkRulesOf } = modules.check();
    const selection = ruleSelection(flags);
    const isList = flags.listRules === true;
    const { failOn, rules, path } = allParts({
      failOn: () => failOnOf(flags),
      rules: () => checkRulesOf(selection),
      path: () => (isList ? '' : pathOf(request)),
    });
    if (isList) return { report: rulesReport(rules) };
    const answer = checkTemplates(path, selection);
    const { findings, resources } = answer;
    return {
      report: {
        data: checkJson(answer),
        sarif: sarifOf(findings, rules),
        ...findingsView(findings, { path, checked: counted(resources, 'resource'), rules }),
      },
      failures: findingFailures(findings, failOn, 'templates'),
    };
  },
};

function rulesReport(rules: CheckAnswer['rules']): Report {
  return { data: { rules: rules.map(checkRuleJson) }, sarif: sarifOf([], rules), ...rulesView(rules, 'check') };
}

function sarifOf(findings: CheckAnswer['findings'], rules: CheckAnswer['rules']): object {
  return findingsSarif(findings, rules, { command: 'check', version: packageVersion() });
}

function pathOf({ arguments: [path] }: Request): string {
  if (path !== undefined) return path;
  throw new InputError('arguments', [{ path: '<template>', expected: 'a CloudFormation template, a cdk.out folder, or --list-rules' }]);
}
