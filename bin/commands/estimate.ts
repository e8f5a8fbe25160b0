import { type EstimateLimits, estimateFailures } from '../../lib/answers/check-estimate';
import type { EstimateAnswer, TierRequest } from '../../lib/answers/estimate';
import type { ClusterEstimateRequest } from '../../lib/answers/estimate-manifest-files';
import { allParts, validPart } from '../../lib/core/all-parts';
import { Decimal } from '../../lib/core/money';
import { InputError, type Problem, shown } from '../../lib/core/problems';
import { exists, isStream } from '../../lib/io/files';
import { writeNewFile } from '../../lib/io/new-file';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { blueprintWarningText } from '../../lib/output/blueprint-warnings';
import { clusterView, workloadsView } from '../../lib/output/cluster';
import { estimateView } from '../../lib/output/estimate';
import { limitExcludesUsageText } from '../../lib/output/limit-excludes-usage';
import type { Report } from '../../lib/output/report';
import { SYSTEM_FLAG, TIER_FLAG } from '../argument-flags';
import { type Command, type FlagValues, listFlag, type Request, textFlag } from '../command';
import { namedTiers } from '../named-tiers';
import type { Systems } from '../systems';
import { clusterRequest, refuseClusterFlags } from './cluster-flags';
import { COMPLETENESS_FLAGS, FILE_FLAGS, REQUIRE_USAGE_FLAG, usageOf } from './estimate-flags';
import { leveredSystem, WITH_FLAG } from './lever-flags';
import { parameterValues } from './parameter-values';
import { type RequestedOptions, requestedOptions, requireRegion } from './requested-options';
import { requireFiles, TEMPLATES_OR_MANIFESTS } from './require-files';
import { systemArguments, tierArguments } from './system-arguments';
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
    { name: 'tier', description: 'a tier of the system', optional: true, words: [] },
  ],
  flags: [
    SYSTEM_FLAG,
    TIER_FLAG,
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
    'sizing estimate aiva large --platform kubernetes --by-workload',
  ],
  printsOnly: ({ writeUsage }) => writeUsage === undefined,
  check: (request) => void partsOf(request),
  run: async (request) => {
    const { limits, levered, requested, ...parts } = partsOf(request);
    const tier = { ...levered.tier, ...requested?.options };
    const answer = answerOf(request, { ...parts, tier }, requested?.named(argumentOrFlag));
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

/** Whether the arguments are a system and a tier, not a path. A single word that is a path is one. */
function namesTier({ arguments: [first, second], systems: { all } }: Request): boolean {
  if (second !== undefined) return true;
  const isName = first !== undefined && all.some((system) => system.id === first || namedTiers(system).includes(first));
  return isName && !exists(first, 'a path');
}

/** The path of a request; undefined for a tier. */
function pathOf(request: Request): string | undefined {
  return namesTier(request) ? undefined : request.arguments[0];
}

/** The parts of a request. Throws an InputError with the problems of all of them. */
function partsOf(request: Request) {
  const { flags } = request;
  const path = pathOf(request);
  // Files define their own options.
  const requested = () => (path === undefined ? requestedOptions(flags) : undefined);
  return allParts({
    path: () => path,
    subject: () => checkSubject(request, path),
    requested,
    region: () => path !== undefined && requireRegion(flags),
    limits: () => limitsOf(flags, validPart(requested)),
    levered: () => (namesTier(request) ? leveredTier(request) : { tier: {}, warnings: [] }),
    nodes: () => nodesOf(request, path, validPart(requested)),
    parameters: () => parameterValues(flags),
    usage: () => usageOf(flags),
  });
}

/** Settings of an estimate of manifests. Throws an InputError for flags about nodes of anything else. */
function nodesOf(request: Request, path: string | undefined, requested: RequestedOptions | undefined): ClusterEstimateRequest {
  const { flags, modules, systems } = request;
  if (path !== undefined && !isStream(path)) requireFiles([path], TEMPLATES_OR_MANIFESTS, { names: namesOf(systems) });
  const platform = () => requested?.options.platform ?? validPart(() => tierArguments(request))?.system.platform;
  const isOfCluster = () => (path === undefined ? platform() === 'kubernetes' : modules.estimate().isManifestPath(path));
  return allParts({ nodes: () => clusterRequest(flags), platform: () => refuseClusterFlags(flags, isOfCluster) }).nodes;
}

/** Ids that may be given in place of a path: systems, and the tiers of the only system of a definition file. */
function namesOf({ all, own: [only, another] }: Systems): string[] {
  const tiers = only === undefined || another !== undefined ? [] : namedTiers(only);
  return [...all.map(({ id }) => id), ...tiers];
}

function answerOf(
  { flags, modules }: Request,
  {
    path,
    tier,
    nodes,
    parameters,
    usage,
  }: Pick<ReturnType<typeof partsOf>, 'path' | 'nodes' | 'parameters' | 'usage'> & { readonly tier: TierRequest },
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
      if (costs !== undefined) {
        const { manifestEstimateJson } =
          require('../../lib/output/json/manifest-estimate') as typeof import('../../lib/output/json/manifest-estimate');
        return manifestEstimateJson(estimate, costs);
      }
      const { estimateToJson } = require('../../lib/output/json/estimate') as typeof import('../../lib/output/json/estimate');
      return estimateToJson(estimate);
    },
    get blocks() {
      return view().blocks;
    },
    get records() {
      return view().records;
    },
  };
}

/** The tier of the arguments, of a system with the levers of `--with`. */
function leveredTier(request: Request): { readonly tier: TierRequest; readonly warnings: readonly string[] } {
  const { named, levered } = allParts({
    named: () => tierArguments(request),
    levered: () => validPart(() => systemArguments(request, 1)) && leveredSystem(request.flags, systemArguments(request, 1).system),
  });
  return { tier: { system: levered?.system ?? named.system, tier: named.tier }, warnings: levered?.warnings ?? [] };
}

/** Flags that only templates have, with the input that they are for. */
const TEMPLATE_FLAGS = { parameter: 'parameters', parameters: 'parameters', usage: 'usage', writeUsage: 'usage' } as const;

/** Checks that either files or a tier are given; files take no option but their region. */
function checkSubject(request: Request, path: string | undefined): void {
  const {
    flags,
    systems: {
      all: [first],
    },
  } = request;
  const problems: Problem[] = [];
  if (path === undefined && !namesTier(request)) {
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
    const given = { ...givenOptions(flags), ...(levers === undefined ? {} : { with: levers }) };
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
