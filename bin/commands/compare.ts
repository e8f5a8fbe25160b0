import { estimateFailures } from '../../lib/answers/check-estimate';
import { allParts } from '../../lib/core/all-parts';
import { InputError, type Problem } from '../../lib/core/problems';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { compareView } from '../../lib/output/compare';
import { compareJson } from '../../lib/output/json/compare';
import { type Command, type FlagValues, textFlag } from '../command';
import { keyValues } from './key-values';
import { leveredSystem, WITH_FLAG } from './lever-flags';
import { type RequestedOptions, requestedOptions, withEnvironmentFile } from './requested-options';
import { systemArguments } from './system-arguments';
import { flagOf, optionFlags, withFlagNames } from './tier-options';

/** Prints the answer of compareTiers. */
export const compare: Command = {
  arguments: [{ name: 'system', description: 'a system of `sizing list`; default: the system of your definition', optional: true }],
  flags: [
    { name: 'tiers', value: 'a,b', description: 'only these tiers, in this order; two tiers are also compared by cost driver' },
    { name: 'from', value: 'key=value,…', description: 'with --to: the first of two tiers, such as tier=small,region=us-east-1' },
    { name: 'to', value: 'key=value,…', description: 'with --from: the second of two tiers, such as tier=large,gpu=t4' },
    WITH_FLAG,
    { name: 'strict', description: 'reject derived prices (exit code 3)' },
    ...optionFlags().map((flag) =>
      flag.name === 'platform' ? { ...flag, description: `${flag.description}; or several to compare: ecs,fargate,eks,kubernetes` } : flag,
    ),
  ],
  readsDefinition: true,
  examples: [
    'sizing compare aiva',
    'sizing compare aiva --tiers medium,large --region eu-west-1',
    'sizing compare aiva --tiers large --platform ecs,fargate,kubernetes',
    'sizing compare aiva --from tier=large --to tier=large,gpu=t4,readReplicas=2',
  ],
  printsOnly: () => true,
  run: async (request) => {
    const { flags, modules } = request;
    const { compareTiers } = require('../../lib/answers/compare') as typeof import('../../lib/answers/compare');
    const requested = requestedOptions(flags);
    const ends = endsOf(flags, requested.typed);
    const isPair = ends.length > 0;
    requirePair(flags, ends);
    const { platform, ...options } = isPair ? requested.typed : requested.options;
    const levered = leveredSystem(flags, systemArguments(request, 0, options).system);
    const { system } = levered;
    const [platforms, tiers] = [listOf(platform), listOf(textFlag(flags, 'tiers'))];
    const answer = withFlagNames(
      () =>
        compareTiers(
          {
            system,
            options: { ...options, ...(isPair && platform !== undefined && { platform }) },
            ...(platforms !== undefined && { platforms }),
            ...(tiers !== undefined && { tiers }),
            ...Object.fromEntries(ends.map(({ name, own, ofFile }) => [name, { ...ofFile, ...own }])),
          },
          modules.estimator(),
        ),
      nameIn(requested, ends),
    );
    const estimates = answer.tiers.map(({ estimate }) => estimate);
    return {
      report: { data: compareJson(answer.tiers), ...compareView(answer.tiers) },
      estimates,
      warnings: [...new Set([requested, levered, ...ends].flatMap(({ warnings }) => warnings)), ...answer.warnings.map(answerWarningText)],
      failures: estimates.flatMap((estimate) => estimateFailures(estimate, { strict: flags.strict === true })),
    };
  },
};

/** One of two compared tiers, with the file of its environment. */
interface ComparedEnd extends RequestedOptions {
  readonly name: 'from' | 'to';
  /** Options that the flag itself sets. */
  readonly own: Readonly<Record<string, string>>;
}

/** The given ends; options of flags apply to both. */
function endsOf(flags: FlagValues, typed: Readonly<Record<string, string>>): ComparedEnd[] {
  const given = (['from', 'to'] as const).flatMap((name) => {
    const text = textFlag(flags, name);
    return text === undefined ? [] : [{ name, text }];
  });
  return Object.values(allParts(Object.fromEntries(given.map(({ name, text }) => [name, () => endOf(name, text, typed)]))));
}

function endOf(name: ComparedEnd['name'], text: string, typed: Readonly<Record<string, string>>): ComparedEnd {
  const own = keyValues(`--${name}`, text);
  return { name, own, ...withEnvironmentFile({ ...typed, ...own }) };
}

/** `--from` and `--to` belong together, and replace `--tiers`. */
function requirePair({ tiers }: FlagValues, ends: readonly ComparedEnd[]): void {
  const [given] = ends;
  if (given === undefined) return;
  const other = given.name === 'from' ? '--to' : '--from';
  const problems: Problem[] = [
    ...(ends.length === 1
      ? [{ path: other, expected: `key=value, such as tier=large, because --${given.name} is given; --from and --to are used together` }]
      : []),
    ...(tiers === undefined ? [] : [{ path: '--tiers', reason: 'given together with --from or --to', expected: 'only one of them' }]),
  ];
  if (problems.length > 0) throw new InputError('flags', problems);
}

function listOf(text: string | undefined): readonly string[] | undefined {
  return text?.split(',').map((part) => part.trim());
}

/** `from.gpu` as `--from gpu`, or as the file that sets it. */
function nameIn(requested: RequestedOptions, ends: readonly ComparedEnd[]): (path: string) => string {
  return (path) => {
    const [name, key] = path.split('.');
    const end = ends.find((each) => each.name === name);
    if (end !== undefined && key !== undefined) return end.named((own) => `--${end.name} ${own}`)(key);
    return requested.named(nameOf)(path);
  };
}

function nameOf(path: string): string {
  if (path === 'system') return '<system>';
  return path === 'tier' ? '--tiers' : flagOf(path);
}
