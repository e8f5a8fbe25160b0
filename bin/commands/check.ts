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
import { requireFiles } from './require-files';
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
  check: (request) => void partsOf(request),
  run: async (request) => {
    const { failOn, rules, path } = partsOf(request);
    if (request.flags.listRules === true) return { report: rulesReport(rules) };
    const answer = request.modules.check().checkTemplates(path, ruleSelection(request.flags));
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

/** The parts of a request. Throws an InputError with the problems of all of them. */
function partsOf(request: Request) {
  const { flags, modules } = request;
  return allParts({
    failOn: () => failOnOf(flags),
    rules: () => modules.check().checkRulesOf(ruleSelection(flags)),
    path: () => (flags.listRules === true ? '' : pathOf(request)),
  });
}

function rulesReport(rules: CheckAnswer['rules']): Report {
  return { data: { rules: rules.map(checkRuleJson) }, sarif: sarifOf([], rules), ...rulesView(rules, 'check') };
}

function sarifOf(findings: CheckAnswer['findings'], rules: CheckAnswer['rules']): object {
  return findingsSarif(findings, rules, { command: 'check', version: packageVersion() });
}

function pathOf({ arguments: [path] }: Request): string {
  if (path !== undefined) {
    requireFiles([path], 'a template file, or the cdk.out folder of `cdk synth`', { forTiers: 'for a tier, run `npx cdk synth` first' });
    return path;
  }
  throw new InputError('arguments', [{ path: '<template>', expected: 'a CloudFormation template, a cdk.out folder, or --list-rules' }]);
}
