import type { LintAnswer, LintRequest } from '../../lib/answers/lint';
import { InputError, LimitExceededError, notOneOf, shown } from '../../lib/core/problems';
import { packageVersion } from '../../lib/io/package-data';
import { lintJson, ruleJson } from '../../lib/output/json/lint';
import { countsText, lintView, rulesView } from '../../lib/output/lint';
import { lintSarif } from '../../lib/output/lint-sarif';
import type { Report } from '../../lib/output/report';
import { type Command, type FlagValues, listFlag, type Request, textFlag } from '../command';

/** Severities that can fail the command, in ascending order; `never` fails it for none. */
const FAIL_ON = ['info', 'warning', 'error', 'never'] as const;
type FailOn = (typeof FAIL_ON)[number];

const MAX_ZONES = 99;

/** Prints the answer of lintManifests. */
export const lint: Command = {
  name: 'lint',
  summary: 'Check Kubernetes manifests against rules',
  arguments: [{ name: 'manifests', description: 'a file (YAML or JSON) or a folder of Kubernetes manifests', optional: true }],
  flags: [
    { name: 'rule', value: 'rule', description: 'check this rule only; may be repeated', repeatable: true },
    { name: 'ignore', value: 'rule', description: 'skip this rule; may be repeated', repeatable: true },
    {
      name: 'fail-on',
      value: 'severity',
      description: `lowest severity that fails the command (exit code 2): ${FAIL_ON.join(', ')}; default: error`,
    },
    { name: 'zones', value: 'number', description: 'number of zones with nodes; default: 3' },
    { name: 'list-rules', description: 'list the rules instead of checking' },
  ],
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
    const result = lintManifests(path, lintRequest);
    return {
      report: {
        data: lintJson(result),
        sarif: lintSarif(result.findings, result.rules, packageVersion()),
        ...lintView(result.findings, { path, ...result }),
      },
      failures: failuresOf(result.findings, failOn),
    };
  },
};

function rulesReport(rules: LintAnswer['rules']): Report {
  return { data: { rules: rules.map(ruleJson) }, sarif: lintSarif([], rules, packageVersion()), ...rulesView(rules) };
}

function pathOf({ arguments: [path] }: Request): string {
  if (path !== undefined) return path;
  throw new InputError('arguments', [{ path: '<manifests>', expected: 'a file or folder of Kubernetes manifests, or --list-rules' }]);
}

function requestOf(flags: FlagValues): LintRequest {
  const zones = textFlag(flags, 'zones');
  return {
    rules: listFlag(flags, 'rule'),
    ignored: listFlag(flags, 'ignore'),
    ...(zones === undefined ? {} : { cluster: { zones: zonesOf(zones) } }),
  };
}

function zonesOf(text: string): number {
  const zones = Number(text);
  if (/^\d+$/.test(text) && zones >= 1 && zones <= MAX_ZONES) return zones;
  throw new InputError('flags', [{ path: '--zones', received: shown(text), expected: `a whole number from 1 to ${MAX_ZONES}` }]);
}

function failOnOf(flags: FlagValues): FailOn {
  const text = textFlag(flags, 'failOn') ?? 'error';
  const known = FAIL_ON.find((candidate) => candidate === text);
  if (known === undefined) throw new InputError('flags', [notOneOf('--fail-on', text, FAIL_ON)]);
  return known;
}

function failuresOf(findings: LintAnswer['findings'], failOn: FailOn): Error[] {
  const fails = (severity: FailOn) => FAIL_ON.indexOf(severity) >= FAIL_ON.indexOf(failOn);
  const failing = findings.filter(({ severity }) => fails(severity));
  return failing.length === 0 ? [] : [new LimitExceededError(`${countsText(failing)} in the manifests (--fail-on ${failOn})`)];
}
