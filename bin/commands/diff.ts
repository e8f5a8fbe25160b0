import type { DiffAnswer, DiffLimits, MaxIncrease } from '../../lib/answers/diff';
import type { FileEstimateRequest } from '../../lib/answers/estimate';
import { allParts, validPart } from '../../lib/core/all-parts';
import { Decimal } from '../../lib/core/money';
import { InputError, shown } from '../../lib/core/problems';
import { packageVersion } from '../../lib/io/package-data';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { diffView } from '../../lib/output/diff';
import { diffComment } from '../../lib/output/diff-comment';
import { diffJunit } from '../../lib/output/diff-junit';
import { diffSarif } from '../../lib/output/diff-sarif';
import { diffJson } from '../../lib/output/json/diff';
import { limitExcludesUsageText } from '../../lib/output/limit-excludes-usage';
import { type Command, type FlagValues, listFlag, type Request, textFlag } from '../command';
import { clusterRequest, refuseClusterFlags } from './cluster-flags';
import { COMPLETENESS_FLAGS, FILE_FLAGS, REQUIRE_USAGE_FLAG, usageOf } from './estimate-flags';
import { parameterValues } from './parameter-values';
import { requireRegion } from './requested-options';
import { requireFiles, TEMPLATES_OR_MANIFESTS } from './require-files';

/** Prints the answer of diffFiles. */
export const diff: Command = {
  arguments: [
    { name: 'before', description: 'a template, a cdk.out folder, or a file or folder of Kubernetes manifests', optional: true },
    { name: 'after', description: 'the same files after the change', optional: true },
  ],
  flags: [
    {
      name: 'base',
      value: 'revision',
      description:
        'compare with a branch, tag or commit of Git instead of two paths: the CDK app of the working directory, which is synthesized at both, or the one path that is given',
      words: [],
    },
    {
      name: 'context',
      value: 'key=value',
      description: 'with --base: context of the CDK app, as cdk -c; may be repeated',
      repeatable: true,
      words: [],
    },
    {
      name: 'max-increase',
      value: 'usd|percent',
      description: 'fail when the monthly cost (mid) increases by more than this amount or share, such as 50 or 10% (exit code 2)',
      words: [],
    },
    { name: 'region', value: 'region', description: 'region whose prices apply; default: that of the templates, else us-east-1' },
    ...COMPLETENESS_FLAGS,
    ...FILE_FLAGS,
    REQUIRE_USAGE_FLAG,
  ],
  examples: [
    'sizing diff before/cdk.out cdk.out',
    'sizing diff before/cdk.out cdk.out --format markdown --max-increase 10%',
    'sizing diff before/cdk.out cdk.out --format junit --output diff.xml --max-increase 50',
    'sizing diff --base main --context tier=large --context environment=prod',
    'sizing diff --base main template.json',
    'sizing diff before/manifests manifests --default-requests cpu=100m,memory=128Mi',
  ],
  formats: ['sarif', 'junit'],
  printsOnly: ({ base }) => base === undefined,
  check: (request) => void partsOf(request),
  run: async (request) => {
    const { flags } = request;
    const { diffFailures } = require('../../lib/answers/diff') as typeof import('../../lib/answers/diff');
    const { limits, change, nodes, parameters, usage } = partsOf(request);
    const region = textFlag(flags, 'region');
    const answer = await answerOf(change, { ...nodes, parameters, usage, ...(region !== undefined && { region }) });
    const failures = diffFailures(answer, limits);
    const isWithinLimit = limits.maxIncrease !== undefined && failures.length === 0;
    const excluded = isWithinLimit ? limitExcludesUsageText('--max-increase', answer.after.estimate) : undefined;
    return {
      report: {
        data: diffJson(answer),
        sarif: diffSarif(answer, failures, packageVersion()),
        comment: diffComment(answer, failures),
        junit: diffJunit(answer, limits, failures),
        ...diffView(answer),
      },
      estimates: [answer.before.estimate, answer.after.estimate],
      warnings: [
        ...new Set([...answer.before.warnings, ...answer.after.warnings].map(answerWarningText)),
        ...(excluded === undefined ? [] : [excluded]),
      ],
      failures,
    };
  },
};

/** The parts of a request. Throws an InputError with the problems of all of them. */
function partsOf({ arguments: [before, after], flags, modules }: Request) {
  const change = () => changeOf(before, after, flags);
  return allParts({
    limits: () => limitsOf(flags),
    change,
    region: () => requireRegion(flags),
    nodes: () => clusterRequest(flags),
    templates: () => {
      const valid = validPart(change);
      if (valid !== undefined) refuseClusterFlags(flags, () => pathsOf(valid).every(modules.estimate().isManifestPath));
    },
    parameters: () => parameterValues(flags),
    usage: () => usageOf(flags),
  });
}

/** Two paths, or a revision of Git with its context and an optional path. */
type Change =
  | { readonly before: string; readonly after: string }
  | { readonly base: string; readonly path?: string; readonly context: readonly string[] };

function changeOf(before: string | undefined, after: string | undefined, flags: FlagValues): Change {
  const [base, context] = [textFlag(flags, 'base'), listFlag(flags, 'context')];
  if (base !== undefined) {
    const problems = [
      ...(after === undefined ? [] : [{ path: '<after>', received: shown(after), expected: 'at most one path with --base' }]),
      ...(before === undefined || context.length === 0
        ? []
        : [{ path: '--context', reason: 'given with a path', expected: 'no path: context is for the CDK app of the working directory' }]),
      ...context
        .filter((pair) => !/^[^=]+=/.test(pair))
        .map((pair) => ({ path: '--context', received: shown(pair), expected: 'key=value, such as tier=large' })),
    ];
    if (problems.length > 0) throw new InputError('flags', problems);
    return { base, context, ...(before !== undefined && { path: before }) };
  }
  if (before !== undefined && after !== undefined && context.length === 0) {
    requireFiles([before, after], TEMPLATES_OR_MANIFESTS, { forTiers: 'to compare tiers, use `npx sizing compare`' });
    return { before, after };
  }
  throw new InputError('arguments', [
    ...(before === undefined ? [{ path: '<before>', expected: 'the path before the change, or --base <revision>' }] : []),
    ...(after === undefined ? [{ path: '<after>', expected: 'the path after the change, or --base <revision>' }] : []),
    ...(context.length > 0 ? [{ path: '--context', reason: 'given without --base', expected: '--base <revision>' }] : []),
  ]);
}

/** The paths of the command line that are estimated. */
function pathsOf(change: Change): readonly string[] {
  if ('before' in change) return [change.before, change.after];
  return change.path === undefined ? [] : [change.path];
}

async function answerOf(change: Change, request: FileEstimateRequest): Promise<DiffAnswer> {
  if ('before' in change) {
    const { diffFiles } = require('../../lib/answers/diff') as typeof import('../../lib/answers/diff');
    return diffFiles(change.before, change.after, request);
  }
  const { diffRevision } = require('../../lib/answers/diff-revision') as typeof import('../../lib/answers/diff-revision');
  return diffRevision({ ...change, ...request });
}

function limitsOf(flags: FlagValues): DiffLimits {
  const text = textFlag(flags, 'maxIncrease');
  return {
    strict: flags.strict === true,
    requireUsage: flags.requireUsage === true,
    allowUnpriced: listFlag(flags, 'allowUnpriced'),
    ...(text !== undefined && { maxIncrease: maxIncreaseOf(text) }),
  };
}

/** Parses `50` US dollars per month, and `10%` of the cost before. */
function maxIncreaseOf(text: string): MaxIncrease {
  const [, amount, sign] = /^(\d{1,15}(?:\.\d{1,15})?)(%?)$/.exec(text) ?? [];
  if (amount !== undefined) return sign === '%' ? { share: Number(amount) / 100 } : { usd: new Decimal(amount) };
  throw new InputError('flags', [
    { path: '--max-increase', received: shown(text), expected: 'US dollars per month such as 50, or a percentage such as 10%' },
  ]);
}
