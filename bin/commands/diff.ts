import type { DiffLimits, MaxIncrease } from '../../lib/answers/diff';
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
import { type Command, type FlagValues, listFlag, textFlag } from '../command';
import { clusterRequest, refuseClusterFlags } from './cluster-flags';
import { COMPLETENESS_FLAGS, FILE_FLAGS, REQUIRE_USAGE_FLAG, readUsage } from './estimate-flags';
import { parameterValues } from './parameter-values';

/** Prints the answer of diffFiles. */
export const diff: Command = {
  arguments: [
    { name: 'before', description: 'a template, a cdk.out folder, or a file or folder of Kubernetes manifests' },
    { name: 'after', description: 'the same files after the change' },
  ],
  flags: [
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
    'sizing diff before/manifests manifests --default-requests cpu=100m,memory=128Mi',
  ],
  formats: ['sarif', 'junit'],
  printsOnly: () => true,
  run: async ({ arguments: [before = '', after = ''], flags, modules }) => {
    const { diffFailures, diffFiles } = require('../../lib/answers/diff') as typeof import('../../lib/answers/diff');
    const limits = limitsOf(flags);
    const { isManifestPath } = modules.estimate();
    if (![before, after].every(isManifestPath)) refuseClusterFlags(flags);
    const [region, usageFile] = [textFlag(flags, 'region'), textFlag(flags, 'usage')];
    const answer = diffFiles(before, after, {
      ...clusterRequest(flags),
      parameters: parameterValues(flags),
      ...(usageFile !== undefined && { usage: readUsage(usageFile) }),
      ...(region !== undefined && { region }),
    });
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
