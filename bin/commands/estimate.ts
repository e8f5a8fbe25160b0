import { type EstimateLimits, estimateFailures } from '../../lib/answers/check-estimate';
import type { EstimateAnswer, TierRequest } from '../../lib/answers/estimate';
import type { ClusterEstimateRequest } from '../../lib/answers/estimate-manifest-files';
import { definitionOf, type SystemReference, systemProblem } from '../../lib/answers/system-reference';
import { allParts, validPart } from '../../lib/core/all-parts';
import { Decimal } from '../../lib/core/money';
import { InputError, notOneOf, type Problem, shown } from '../../lib/core/problems';
import { exists, isStream } from '../../lib/io/files';
import { writeNewFile } from '../../lib/io/new-file';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { blueprintWarningText } from '../../lib/output/blueprint-warnings';
import { clusterView, workloadsView } from '../../lib/output/cluster';
import { estimateView } from '../../lib/output/estimate';
import { estimateToJson } from '../../lib/output/json/estimate';
import { manifestEstimateJson } from '../../lib/output/json/manifest-estimate';
import { limitExcludesUsageText } from '../../lib/output/limit-excludes-usage';
import type { Report } from '../../lib/output/report';
import { type Command, type FlagValues, listFlag, type Request, textFlag } from '../command';
import { type Systems, systemFlag } from '../systems';
import { clusterRequest, refuseClusterFlags } from './cluster-flags';
import { COMPLETENESS_FLAGS, FILE_FLAGS, REQUIRE_USAGE_FLAG, usageOf } from './estimate-flags';
import { leveredSystem, WITH_FLAG } from './lever-flags';
import { parameterValues } from './parameter-values';
import { type RequestedOptions, requestedOptions, requireRegion } from './requested-options';
import { requireFiles, TEMPLATES_OR_MANIFESTS } from './require-files';
import { tierIds } from './system-arguments';
import { argumentOrFlag, flagOf, givenOptions, optionFlags, withFlagNames } from './tier-options';

/** Prints the answer of estimateFiles or estimateTier. */
export const estimate: Command = {
  arguments: [
    {
      name: 'template',
      description:
        'a CloudFormation template (JSON or YAML), a cdk.out folder, or a file or folder of Kubernetes manifests; or a system of `sizing list`, followed by a tier; or a tier of your definition',
      optional: true,
    },
    // Shells complete paths, because the first argument is usually one.
    { name: 'tier', description: 'a tier of the system; instead of --system and --tier', optional: true, words: [] },
  ],
  flags: [
    { name: 'system', value: 'system', description: 'a system of `sizing list`; default: the first' },
    { name: 'tier', value: 'tier', description: 'a tier of the system' },
    ...COMPLETENESS_FLAGS,
    { name: 'budget', value: 'usd', description: 'fail when the estimate (mid) exceeds this many US dollars per month (exit code 2)' },
    ...FILE_FLAGS,
    {
      name: 'write-usage',
      value: 'file',
      description: 'templates: write a new usage file with each quantity that the prices depend on, to fill in',
    },
    REQUIRE_USAGE_FLAG,
    WITH_FLAG,
    { name: 'by-workload', description: 'manifests: show the cost of nodes by workload instead of line items' },
    ...optionFlags(),
  ],
  readsDefinition: true,
  examples: [
    'sizing estimate cdk.out',
    'sizing estimate template.json --region eu-west-1 --json',
    'sizing estimate cdk.out --write-usage usage.yml',
    'sizing estimate cdk.out --usage usage.yml --require-usage',
    'sizing estimate manifests --nodes m7i.large,g4dn.xlarge',
    'sizing estimate manifests --default-requests cpu=100m,memory=128Mi',
    'sizing estimate manifests --requests-from vpa.json',
    'sizing estimate aiva medium --region eu-west-1 --budget 2500',
    'sizing estimate --system aiva --tier large --platform kubernetes --by-workload',
  ],
  printsOnly: ({ writeUsage }) => writeUsage === undefined,
  check: (request) => void partsOf(request),
  run: async (typed) => {
    const { tier: request, limits, levered, requested, ...parts } = partsOf(typed);
    const tier = { ...levered.tier, ...requested?.options };
    const answer = answerOf(request, { ...parts, tier }, requested?.named(request === typed ? flagOf : argumentOrFlag));
    const failures = estimateFailures(answer.estimate, limits);
    const isWithinBudget = limits.budgetUsd !== undefined && failures.length === 0;
    const excluded = isWithinBudget ? limitExcludesUsageText('--budget', answer.estimate) : undefined;
    const written = writeUsage(answer, request.flags);
    return {
      report: reportOf(answer, request.flags),
      estimates: [answer.estimate],
      warnings: [
        ...(requested?.warnings ?? []),
        ...levered.warnings,
        ...answer.blueprintWarnings.map(blueprintWarningText),
        ...answer.warnings.map(answerWarningText),
        ...(excluded === undefined ? [] : [excluded]),
      ],
      notes: written === undefined ? [] : [`Wrote ${written}. Fill in its quantities, and add --usage ${written}.`],
      failures,
    };
  },
};

/** A request with the system and the tier of its arguments as flags; the request itself when its argument is a path, or absent. */
function withTierAsFlags(request: Request): Request {
  const { flags } = request;
  const [system, tier] = systemAndTier(request);
  if (tier === undefined) return request;
  const twice = Object.keys(tierFlags(flags));
  if (twice.length > 0) {
    throw new InputError(
      'flags',
      twice.map((name) => ({ path: flagOf(name), reason: `given together with the tier ${tier}`, expected: 'only one of them' })),
    );
  }
  return { ...request, arguments: [], flags: { ...flags, system, tier } };
}

/** The arguments, with the system of a definition file that has one where they are a tier of it; a path with that name comes first. */
function systemAndTier({ arguments: [first, second], flags, systems: { own } }: Request): readonly (string | undefined)[] {
  const [only, another] = own;
  const isTier = second === undefined && another === undefined && only?.tiers.some(({ id }) => id === first);
  if (only === undefined || !isTier || first === undefined || exists(first, 'a path')) return [first, second];
  return textFlag(flags, 'system') === undefined ? [only.id, first] : [first, second];
}

/** The parts of a request. Throws an InputError with the problems of all of them. */
function partsOf(typed: Request) {
  const request = validPart(() => withTierAsFlags(typed)) ?? typed;
  const {
    arguments: [path],
    flags,
  } = request;
  // Files define their own options.
  const requested = () => (path === undefined ? requestedOptions(flags) : undefined);
  return allParts({
    tier: () => withTierAsFlags(typed),
    subject: () => checkSubject(path, flags, request.systems),
    requested,
    region: () => path !== undefined && requireRegion(flags),
    limits: () => limitsOf(flags, validPart(requested)),
    levered: () => withLeversOfFlag(request, request === typed ? flagOf : argumentOrFlag),
    nodes: () => nodesOf(request, validPart(requested)),
    parameters: () => parameterValues(flags),
    usage: () => usageOf(flags),
  });
}

/** Settings of an estimate of manifests. Throws an InputError for flags about nodes of anything else. */
function nodesOf({ arguments: [path], flags, modules, systems }: Request, requested: RequestedOptions | undefined): ClusterEstimateRequest {
  if (path !== undefined && !isStream(path)) requireFiles([path], TEMPLATES_OR_MANIFESTS, namesOf(systems));
  const platform = () => requested?.options.platform ?? definitionOf(namedTier(flags, systems).system)?.platform;
  const isOfCluster = path === undefined ? platform() === 'kubernetes' : modules.estimate().isManifestPath(path);
  return allParts({ nodes: () => clusterRequest(flags), platform: () => isOfCluster || refuseClusterFlags(flags) }).nodes;
}

/** Ids that may be given in place of a path: systems, and the tiers of the only system of a definition file. */
function namesOf({ all, own: [only, another] }: Systems): string[] {
  const tiers = another === undefined ? (only?.tiers ?? []) : [];
  return [...all, ...tiers].map(({ id }) => id);
}

function answerOf(
  { arguments: [path], flags, modules }: Request,
  { tier, nodes, parameters, usage }: Pick<ReturnType<typeof partsOf>, 'nodes' | 'parameters' | 'usage'> & { readonly tier: TierRequest },
  nameOf: ((key: string) => string) | undefined,
): EstimateAnswer {
  const { estimateFiles, estimateTier } = modules.estimate();
  if (path === undefined) {
    return withFlagNames(() => estimateTier(tier, modules.estimator(), nodes, modules.charts()), nameOf);
  }
  const region = textFlag(flags, 'region');
  return estimateFiles(path, { ...nodes, parameters, usage, ...(region !== undefined && { region }) });
}

/** Writes the file of `--write-usage`, and returns its path. Throws an InputError where there is a file already: it has amounts of the user. */
function writeUsage({ subject, uses }: EstimateAnswer, flags: FlagValues): string | undefined {
  const file = textFlag(flags, 'writeUsage');
  if (file === undefined) return undefined;
  if (uses === undefined) {
    throw new InputError('flags', [{ path: '--write-usage', reason: 'given with manifests', expected: 'a template or a cdk.out folder' }]);
  }
  const { usageFileText } = require('../../lib/output/usage-file') as typeof import('../../lib/output/usage-file');
  if (writeNewFile(file, usageFileText(subject, uses))) return file;
  throw new InputError('flags', [{ path: '--write-usage', reason: `${file} exists`, expected: 'the path of a new file' }]);
}

function reportOf({ subject, estimate, costs }: EstimateAnswer, flags: FlagValues): Report {
  const clusterViewOf = flags.byWorkload === true ? workloadsView : clusterView;
  const view = () => (costs === undefined ? estimateView(subject, estimate) : clusterViewOf(subject, estimate, costs));
  // A template of 10,000 resources has as many lines, and a format shows one of these.
  return {
    get data() {
      return costs === undefined ? estimateToJson(estimate) : manifestEstimateJson(estimate, costs);
    },
    get blocks() {
      return view().blocks;
    },
    get records() {
      return view().records;
    },
  };
}

function tierFlags(flags: FlagValues): Record<string, string> {
  return Object.fromEntries(
    ['system', 'tier'].flatMap((name) => {
      const value = textFlag(flags, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The tier of the flags; its system is that of the definition file or of the examples. */
function namedTier(flags: FlagValues, systems: Systems): Readonly<Record<string, unknown>> & { readonly system: SystemReference } {
  const { system, ...others } = tierFlags(flags);
  return { ...others, system: systemFlag(system, systems) };
}

/** The tier of the flags, of a system with the levers of `--with`. */
function withLeversOfFlag(
  { arguments: [path], flags, systems }: Request,
  nameOf: (key: string) => string,
): { readonly tier: Readonly<Record<string, unknown>>; readonly warnings: readonly string[] } {
  if (path !== undefined) return { tier: {}, warnings: [] };
  const { tier, system: reference, ...others } = namedTier(flags, systems);
  const { levered } = allParts({
    tier: () => requireTier(reference, tier, systems, nameOf),
    levered: () => (typeof reference === 'string' ? undefined : leveredSystem(flags, reference)),
  });
  return { tier: { ...others, tier, system: levered?.system ?? reference }, warnings: levered?.warnings ?? [] };
}

function requireTier(reference: SystemReference, tier: unknown, { all }: Systems, nameOf: (key: string) => string): void {
  if (typeof reference === 'string') throw new InputError('arguments', [{ ...systemProblem(reference, all), path: nameOf('system') }]);
  const ids = tierIds(reference);
  if (tier !== undefined && !ids.includes(String(tier))) throw new InputError('arguments', [notOneOf(nameOf('tier'), String(tier), ids)]);
}

/** Flags that only templates have, with the input that they are for. */
const TEMPLATE_FLAGS = { parameter: 'parameters', parameters: 'parameters', usage: 'usage', writeUsage: 'usage' } as const;

/** Checks that either files or a tier are given; files take no option but their region. */
function checkSubject(path: string | undefined, flags: FlagValues, { all: [first] }: Systems): void {
  const problems: Problem[] = [];
  if (path === undefined && textFlag(flags, 'tier') === undefined) {
    problems.push({
      path: '<template>',
      expected: `a template, a cdk.out folder, manifests, or a system and a tier, such as \`estimate ${first?.id} ${first?.tiers[0]?.id}\``,
    });
  }
  if (path === undefined) {
    for (const [name, what] of Object.entries(TEMPLATE_FLAGS)) {
      if (flags[name] === undefined) continue;
      problems.push({ path: flagOf(name), reason: 'given without a template', expected: `a template, or no ${what}` });
    }
  }
  if (path !== undefined) {
    const { with: levers } = flags;
    const given = { ...tierFlags(flags), ...givenOptions(flags), ...(levers === undefined ? {} : { with: levers }) };
    for (const name of Object.keys(given).filter((key) => key !== 'region')) {
      problems.push({
        path: flagOf(name),
        reason: 'given together with files',
        expected: 'only one of them: files define their own size',
      });
    }
  }
  if (problems.length > 0) throw new InputError('flags', problems);
}

function limitsOf(flags: FlagValues, requested: RequestedOptions | undefined): EstimateLimits {
  const maximum = textFlag(flags, 'budget') ?? requested?.budgetUsd?.toString();
  return {
    strict: flags.strict === true,
    requireUsage: flags.requireUsage === true,
    allowUnpriced: listFlag(flags, 'allowUnpriced'),
    ...(maximum === undefined ? {} : { budgetUsd: amountOf(maximum) }),
  };
}

function amountOf(text: string): Decimal {
  if (/^\d+(\.\d+)?$/.test(text)) return new Decimal(text);
  throw new InputError('flags', [{ path: '--budget', received: shown(text), expected: 'US dollars such as 2500 or 99.50' }]);
}
