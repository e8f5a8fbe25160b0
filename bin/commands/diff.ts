import type { DiffLimits, MaxIncrease } from '../../lib/answers/diff';
import { Decimal } from '../../lib/core/money';
import { InputError, shown } from '../../lib/core/problems';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { diffView } from '../../lib/output/diff';
import { diffJson } from '../../lib/output/json/diff';
import { type Command, type FlagValues, listFlag, textFlag } from '../command';
import { clusterRequest } from './cluster-flags';
import { parameterValues } from './parameter-values';

/** Prints the answer of diffFiles. */
export const diff: Command = {
  arguments: [
    { name: 'before', description: 'a template, a cdk.out folder, or a file or folder of Kubernetes manifests' },
    { name: 'after', description: 'the same after the change' },
  ],
  flags: [
    {
      name: 'max-increase',
      value: 'usd|percent',
      description: 'fail when the cost (mid) increases by more, such as 50 or 10% (exit code 2)',
      words: [],
    },
    { name: 'region', value: 'region', description: 'region whose prices apply; default: that of the templates, else us-east-1' },
    { name: 'strict', description: 'reject derived prices (exit code 3)' },
    {
      name: 'allow-unpriced',
      value: 'type',
      description: 'accept resources of this type without a price; may be repeated',
      repeatable: true,
    },
    {
      name: 'parameter',
      value: 'name=value',
      description: 'templates: value of a parameter; may be repeated',
      repeatable: true,
      words: [],
    },
    { name: 'parameters', value: 'file', description: 'templates: JSON file with values of parameters, as the AWS CLI reads them' },
    { name: 'usage', value: 'file', description: 'templates: YAML or JSON file with usage that the templates do not contain' },
    { name: 'require-usage', description: 'reject a total that excludes usage (exit code 3)' },
    { name: 'nodes', value: 'a,b', description: 'manifests: the only instance types of nodes, such as m7i.large' },
    {
      name: 'default-requests',
      value: 'requests',
      description:
        'manifests: requests of containers without requests, such as cpu=100m,memory=128Mi; default: none, so that their workloads have no price',
      words: [],
    },
    { name: 'control-plane', value: 'eks|none', description: 'manifests: control plane of the cluster; default: eks' },
  ],
  examples: [
    'sizing diff before/cdk.out cdk.out',
    'sizing diff before/cdk.out cdk.out --format markdown --max-increase 10%',
    'sizing diff before/manifests manifests --default-requests cpu=100m,memory=128Mi',
  ],
  printsOnly: () => true,
  run: async ({ arguments: [before = '', after = ''], flags }) => {
    const { diffFailures, diffFiles } = require('../../lib/answers/diff') as typeof import('../../lib/answers/diff');
    const limits = limitsOf(flags);
    const [region, usageFile] = [textFlag(flags, 'region'), textFlag(flags, 'usage')];
    const answer = diffFiles(before, after, {
      ...clusterRequest(flags),
      parameters: parameterValues(flags),
      ...(usageFile !== undefined && { usage: readUsage(usageFile) }),
      ...(region !== undefined && { region }),
    });
    return {
      report: { data: diffJson(answer), ...diffView(answer) },
      estimates: [answer.before.estimate, answer.after.estimate],
      warnings: [...new Set([...answer.before.warnings, ...answer.after.warnings].map(answerWarningText))],
      failures: diffFailures(answer, limits),
    };
  },
};

function readUsage(file: string): ReturnType<typeof import('../../lib/answers/usage-file').readUsageFile> {
  return (require('../../lib/answers/usage-file') as typeof import('../../lib/answers/usage-file')).readUsageFile(file);
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
