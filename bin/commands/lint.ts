import { findingFailures } from '../../lib/answers/finding-failures';
import type { LintAnswer, LintRequest } from '../../lib/answers/lint';
import { allParts } from '../../lib/core/all-parts';
import { counted } from '../../lib/core/number-format';
import { InputError, notOneOf, shown } from '../../lib/core/problems';
import { RULE_SETS, type RuleSet } from '../../lib/core/rule-set';
import { SUPPRESSION_FILE } from '../../lib/core/suppression-file';
import { exists, isStream } from '../../lib/io/files';
import { packageVersion } from '../../lib/io/package-data';
import { writeTextFile } from '../../lib/io/write-file';
import { findingsView, rulesView } from '../../lib/output/findings';
import { findingsSarif } from '../../lib/output/findings-sarif';
import { lintJson } from '../../lib/output/json/lint';
import { ruleJson } from '../../lib/output/json/rules';
import { lintNotes } from '../../lib/output/lint-notes';
import { patchText } from '../../lib/output/patch';
import type { Report } from '../../lib/output/report';
import { type Command, type FlagValues, listFlag, type Request, textFlag } from '../command';
import { requireFiles } from './require-files';
import { failOnOf, LIST_RULES_FLAG, RULE_FLAGS, ruleSelection } from './rule-flags';

const MAX_ZONES = 99;

/** Prints the answer of lintManifests. */
export const lint: Command = {
  arguments: [
    {
      name: 'manifests',
      description: 'files (YAML or JSON) and folders of Kubernetes manifests, which are checked together; - reads standard input',
      optional: true,
      repeatable: true,
    },
  ],
  flags: [
    ...RULE_FLAGS,
    {
      name: 'rules',
      value: 'set',
      description: `set of rules to check: ${RULE_SETS.join(', ')}; may be repeated; default: recommended`,
      words: RULE_SETS,
      repeatable: true,
    },
    {
      name: 'exclude',
      value: 'pattern',
      description: 'skip files of folders, as in .gitignore; may be repeated; default: the patterns in .sizingignore of the folder',
      repeatable: true,
    },
    {
      name: 'crds',
      value: 'path',
      description:
        'check custom resources by the CustomResourceDefinitions in this file or folder too; may be repeated; default: only by those in the manifests',
      repeatable: true,
    },
    {
      name: 'suppressions',
      value: 'file',
      description: `do not report findings by path and rule, as this file lists them; default: ${SUPPRESSION_FILE} in this folder, if it exists`,
    },
    { name: 'baseline', value: 'file', description: 'do not report the findings of this file' },
    { name: 'write-baseline', value: 'file', description: 'write all findings to this file, for --baseline, and exit with code 0' },
    {
      name: 'fix',
      description:
        'correct the findings that have exactly one correction, and write these files; other lines do not change; documents with YAML aliases and findings against CustomResourceDefinitions are not corrected',
    },
    { name: 'dry-run', description: 'with --fix: print the changes as a unified diff, and write nothing' },
    { name: 'zones', value: 'number', description: 'number of zones with nodes; default: 3' },
    LIST_RULES_FLAG,
  ],
  formats: ['sarif'],
  examples: [
    'sizing lint manifests',
    'sizing lint manifests --fail-on warning --rules security --ignore missing-probes --format sarif',
    'sizing lint manifests --exclude "test/" --baseline lint-baseline.json',
    'sizing lint manifests --crds crds/',
    'sizing lint manifests --fix --dry-run',
    'sizing lint --list-rules',
  ],
  check: (request) => void partsOf(request),
  run: async (request) => {
    const { flags, modules } = request;
    const { baselineOf, lintManifests, rulesOf } = modules.lint();
    const { failOn, fixes, lintRequest, paths } = partsOf(request);
    if (flags.listRules === true) return { report: rulesReport(rulesOf(lintRequest)) };
    const { answer, files } =
      fixes === 'none' ? { answer: lintManifests(paths, lintRequest), files: [] } : modules.lintFix().fixManifests(paths, lintRequest);
    const { findings, rules, objects } = answer;
    if (fixes === 'written') modules.lintFix().writeFixes(files);
    const isPrinted = fixes === 'printed' && files.length > 0;
    const written = textFlag(flags, 'writeBaseline');
    if (written !== undefined) writeTextFile(written, `${JSON.stringify(baselineOf(findings), null, 2)}\n`);
    return {
      report: {
        // One format is printed: the others are not computed.
        get data() {
          return lintJson(answer);
        },
        get sarif() {
          return sarifOf(answer, rules);
        },
        ...(isPrinted && { patch: patchText(files) }),
        ...findingsView(findings, { path: paths.join(', '), checked: counted(objects, 'object'), rules, notes: lintNotes(answer) }),
      },
      // A printed correction leaves its finding in the file.
      failures: written === undefined ? findingFailures(isPrinted ? [...answer.fixed, ...findings] : findings, failOn, 'manifests') : [],
      notes: [
        ...(fixes === 'written' ? files.map(({ path }) => `wrote ${path}`) : []),
        ...(written === undefined ? [] : [`wrote ${written}: ${counted(findings.length, 'finding')}`]),
      ],
    };
  },
};

/** The parts of a request. Throws an InputError with the problems of all of them. */
function partsOf(request: Request) {
  const { flags, modules } = request;
  return allParts({
    failOn: () => failOnOf(flags),
    fixes: () => fixesOf(request),
    lintRequest: () => requestOf(flags),
    // Names of rules are checked with every set, because a set may be invalid too.
    named: () => modules.lint().rulesOf({ ...ruleSelection(flags), sets: ['all'] }),
    paths: () => (flags.listRules === true ? [] : pathsOf(request)),
  });
}

/** How corrections are output. Throws an InputError where they cannot be written. */
function fixesOf({ flags, arguments: paths }: Request): 'none' | 'printed' | 'written' {
  const isDry = flags.dryRun === true;
  if (flags.fix !== true) {
    if (isDry) throw new InputError('flags', [{ path: '--dry-run', reason: 'given without --fix', expected: '--fix --dry-run' }]);
    return 'none';
  }
  const streams = paths.filter((path) => path !== undefined && isStream(path));
  if (streams.length > 0) {
    throw new InputError('flags', [
      { path: '--fix', reason: `given with ${streams.join(', ')}`, expected: 'files and folders, which can be written' },
    ]);
  }
  return isDry ? 'printed' : 'written';
}

function rulesReport(rules: LintAnswer['rules']): Report {
  return { data: { rules: rules.map(ruleJson) }, sarif: sarifOf({ findings: [], suppressed: [] }, rules), ...rulesView(rules, 'lint') };
}

function sarifOf({ findings, suppressed }: Pick<LintAnswer, 'findings' | 'suppressed'>, rules: LintAnswer['rules']): object {
  return findingsSarif(findings, rules, { command: 'lint', version: packageVersion() }, suppressed);
}

function pathsOf({ arguments: paths }: Request): readonly string[] {
  const given = paths.filter((path) => path !== undefined);
  if (given.length > 0) {
    requireFiles(given, 'a file or folder of Kubernetes manifests', { forTiers: 'for a tier, run `npx sizing manifests` first' });
    return given;
  }
  throw new InputError('arguments', [{ path: '<manifests>', expected: 'files or folders of Kubernetes manifests, or --list-rules' }]);
}

function requestOf(flags: FlagValues): LintRequest {
  const baseline = textFlag(flags, 'baseline');
  const suppressions = textFlag(flags, 'suppressions') ?? (exists(SUPPRESSION_FILE, 'a file') ? SUPPRESSION_FILE : undefined);
  const { sets, zones } = allParts({
    sets: () => setsOf(flags),
    zones: () => zonesOf(textFlag(flags, 'zones')),
    baseline: () => requireOneBaseline(flags),
    files: () => requireFiles(listFlag(flags, 'crds'), 'a file or folder of CustomResourceDefinitions'),
    suppressions: () => suppressions !== undefined && requireFiles([suppressions], 'a YAML or JSON file of suppressions'),
    known: () => baseline !== undefined && requireFiles([baseline], 'a baseline that --write-baseline wrote'),
  });
  return {
    ...ruleSelection(flags),
    sets,
    excluded: listFlag(flags, 'exclude'),
    definitions: listFlag(flags, 'crds'),
    ...(suppressions === undefined ? {} : { suppressions }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(zones === undefined ? {} : { cluster: { zones } }),
  };
}

function requireOneBaseline({ baseline, writeBaseline }: FlagValues): void {
  if (baseline === undefined || writeBaseline === undefined) return;
  throw new InputError('flags', [{ path: '--write-baseline', reason: 'together with --baseline', expected: 'only one of them' }]);
}

function setsOf(flags: FlagValues): readonly RuleSet[] {
  const given = listFlag(flags, 'rules');
  const unknown = given.filter((name) => !RULE_SETS.some((set) => set === name));
  if (unknown.length > 0)
    throw new InputError(
      'flags',
      unknown.map((name) => notOneOf('--rules', name, RULE_SETS)),
    );
  return RULE_SETS.filter((set) => given.includes(set));
}

function zonesOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const zones = Number(text);
  if (/^\d+$/.test(text) && zones >= 1 && zones <= MAX_ZONES) return zones;
  throw new InputError('flags', [{ path: '--zones', received: shown(text), expected: `a whole number from 1 to ${MAX_ZONES}` }]);
}
