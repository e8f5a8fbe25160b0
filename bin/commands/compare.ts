import { estimateFailures } from '../../lib/answers/check-estimate';
import { compareTiers } from '../../lib/answers/compare';
import { compareView } from '../../lib/output/compare';
import { compareJson } from '../../lib/output/json/compare';
import { type Command, type FlagValues, textFlag } from '../command';
import { keyValues } from './key-values';
import { flagOf, givenOptions, optionFlags, withFlagNames } from './tier-options';

/** Prints the answer of compareTiers. */
export const compare: Command = {
  name: 'compare',
  summary: 'Compare tiers by capacity and monthly cost, and explain the cost difference of two',
  arguments: [{ name: 'system', description: 'a system of `sizing list`' }],
  flags: [
    { name: 'tiers', value: 'a,b', description: 'only these tiers, in this order; two tiers are also compared by cost driver' },
    { name: 'from', value: 'key=value,…', description: 'with --to: the first of two tiers, such as tier=small,region=us-east-1' },
    { name: 'to', value: 'key=value,…', description: 'with --from: the second of two tiers, such as tier=large,gpu=t4' },
    { name: 'strict', description: 'reject derived prices (exit code 3)' },
    ...optionFlags().map((flag) =>
      flag.name === 'platform' ? { ...flag, description: `${flag.description}; or several to compare: ecs,fargate,eks,kubernetes` } : flag,
    ),
  ],
  examples: [
    'sizing compare aiva',
    'sizing compare aiva --tiers medium,large --region eu-west-1',
    'sizing compare aiva --tiers large --platform ecs,fargate,kubernetes',
    'sizing compare aiva --from tier=large --to tier=large,gpu=t4,readReplicas=2',
  ],
  run: async ({ arguments: [system = ''], flags, modules }) => {
    const { platform, ...options } = givenOptions(flags);
    const [platforms, tiers] = [listOf(platform), listOf(textFlag(flags, 'tiers'))];
    const pair = { ...ownOptions(flags, 'from'), ...ownOptions(flags, 'to') };
    const isPair = Object.keys(pair).length > 0;
    const answer = withFlagNames(
      () =>
        compareTiers(
          {
            system,
            options: { ...options, ...(isPair && platform !== undefined && { platform }) },
            ...(platforms !== undefined && { platforms }),
            ...(tiers !== undefined && { tiers }),
            ...pair,
          },
          modules.estimator(),
        ),
      nameOf,
    );
    const estimates = answer.tiers.map(({ estimate }) => estimate);
    return {
      report: { data: compareJson(answer.tiers), ...compareView(answer.tiers) },
      estimates,
      warnings: answer.warnings,
      failures: estimates.flatMap((estimate) => estimateFailures(estimate, { strict: flags.strict === true })),
    };
  },
};

function ownOptions(flags: FlagValues, name: 'from' | 'to'): Readonly<Record<string, Record<string, string>>> {
  const text = textFlag(flags, name);
  return text === undefined ? {} : { [name]: keyValues(`--${name}`, text) };
}

function listOf(text: string | undefined): readonly string[] | undefined {
  return text?.split(',').map((part) => part.trim());
}

/** `from.gpu` as `--from gpu`. */
function nameOf(path: string): string {
  const [own, key] = path.split('.');
  if (key !== undefined) return `--${own} ${key}`;
  if (path === 'system') return '<system>';
  return path === 'tier' ? '--tiers' : flagOf(path);
}
