import type { LintAnswer, LintRequest } from '../../lib/answers/lint';
import { counted } from '../../lib/core/number-format';
import { InputError, shown } from '../../lib/core/problems';
import { packageVersion } from '../../lib/io/package-data';
import { findingsView, rulesView } from '../../lib/output/findings';
import { findingsSarif } from '../../lib/output/findings-sarif';
import { lintJson } from '../../lib/output/json/lint';
import { ruleJson } from '../../lib/output/json/rules';
import type { Report } from '../../lib/output/report';
import { type Command, type FlagValues, type Request, textFlag } from '../command';
import { failOnOf, failuresOf, LIST_RULES_FLAG, RULE_FLAGS, ruleSelection } from './rule-flags';

const MAX_ZONES = 99;

/** Prints the answer of lintManifests. */
export const lint: Command = {
  arguments: [{ name: 'manifests', description: 'a file (YAML or JSON) or a folder of Kubernetes manifests', optional: true }],
  flags: [...RULE_FLAGS, { name: 'zones', value: 'number', description: 'number of zones with nodes; default: 3' }, LIST_RULES_FLAG],
  formats: ['sarif'],
  examples: [
    'sizing lint manifests',
    'sizing lint manifests --fail-on warning --ignore missing-probes --format sarif',
    'sizing lint --list-rules',
  ],
  run: async (request) => {
    const { flags, modules } = request;
    const failOn = failOnOf(flags);
    const lintRequest = requestOf(flags);
    const { lintManifests, rulesOf } = modules.lint();
    if (flags.listRules === true) return { report: rulesReport(rulesOf(lintRequest)) };
    const path = pathOf(request);
    const { findings, rules, objects, kubernetes } = lintManifests(path, lintRequest);
    return {
      report: {
        data: lintJson({ findings, rules, objects, kubernetes }),
        sarif: sarifOf(findings, rules),
        ...findingsView(findings, { path, checked: counted(objects, 'object'), rules }),
      },
      failures: failuresOf(findings, failOn, 'manifests'),
    };
  },
};

function rulesReport(rules: LintAnswer['rules']): Report {
  return { data: { rules: rules.map(ruleJson) }, sarif: sarifOf([], rules), ...rulesView(rules, 'lint') };
}

function sarifOf(findings: LintAnswer['findings'], rules: LintAnswer['rules']): object {
  return findingsSarif(findings, rules, { command: 'lint', version: packageVersion() });
}

function pathOf({ arguments: [path] }: Request): string {
  if (path !== undefined) return path;
  throw new InputError('arguments', [{ path: '<manifests>', expected: 'a file or folder of Kubernetes manifests, or --list-rules' }]);
}

function requestOf(flags: FlagValues): LintRequest {
  const zones = textFlag(flags, 'zones');
  return { ...ruleSelection(flags), ...(zones === undefined ? {} : { cluster: { zones: zonesOf(zones) } }) };
}

function zonesOf(text: string): number {
  const zones = Number(text);
  if (/^\d+$/.test(text) && zones >= 1 && zones <= MAX_ZONES) return zones;
  throw new InputError('flags', [{ path: '--zones', received: shown(text), expected: `a whole number from 1 to ${MAX_ZONES}` }]);
}
