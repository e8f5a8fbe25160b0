import { estimateFailures } from '../../lib/answers/check-estimate';
import { checkOptions } from '../../lib/answers/check-options';
import { allParts } from '../../lib/core/all-parts';
import { InputError, notOneOf, type Problem, shown } from '../../lib/core/problems';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import { answerWarningText } from '../../lib/output/answer-warnings';
import { compareView } from '../../lib/output/compare';
import { compareJson } from '../../lib/output/json/compare';
import { noTier, SYSTEM_FLAG } from '../argument-flags';
import { type Command, type FlagValues, type Request, textFlag } from '../command';
import { leveredSystem, WITH_FLAG } from './lever-flags';
import { type RequestedEnd, requestedEnd } from './requested-end';
import { checkedOptions, type RequestedOptions, withEnvironmentFile } from './requested-options';
import { systemArguments, tierIds } from './system-arguments';
import { flagOf, givenOptions, optionFlags, withFlagNames } from './tier-options';

/** Prints the answer of compareTiers. */
export const compare: Command = {
  arguments: [{ name: 'system', description: 'a system of `sizing list`; default: the system of your definition', optional: true }],
  flags: [
    SYSTEM_FLAG,
    noTier('the tiers to compare, such as --tiers small,large; `npx sizing capacity` and `estimate` take one tier'),
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
  check: (request) => void partsOf(request),
  run: async (request) => {
    const { flags, modules } = request;
    const { compareTiers } = require('../../lib/answers/compare') as typeof import('../../lib/answers/compare');
    const { requested, ends, levered } = partsOf(request);
    const isPair = ends.length > 0;
    const { platform, ...options } = isPair ? requested.typed : requested.options;
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

/** The parts of a request. Throws an InputError with the problems of all of them. */
function partsOf(request: Request) {
  const { flags } = request;
  const system = () => systemArguments(request).system;
  // Several platforms may be compared.
  const { platform: platforms, ...typed } = givenOptions(flags);
  const parts = allParts({
    requested: () => checkedOptions(typed, nameOf),
    platforms: () => {
      for (const platform of listOf(platforms) ?? []) if (platform !== 'fargate') withFlagNames(() => checkOptions({ platform }));
    },
    ends: () => endsOf(flags, givenOptions(flags), system),
    pair: () => requirePair(flags),
    levered: () => leveredSystem(flags, system()),
    tiers: () => requireTiers(system(), listOf(textFlag(flags, 'tiers'))),
  });
  return { ...parts, requested: withEnvironmentFile(givenOptions(flags)) };
}

function requireTiers(system: SystemDefinition, tiers: readonly string[] | undefined): void {
  const ids = tierIds(system);
  const problems = (tiers ?? []).flatMap((tier, index, all): Problem[] => {
    if (!ids.includes(tier)) return [notOneOf('--tiers', tier, ids)];
    return all.indexOf(tier) === index
      ? []
      : [{ path: '--tiers', reason: `tier ${shown(tier)} is given twice`, expected: 'each tier once' }];
  });
  if (problems.length > 0) throw new InputError('flags', problems);
}

/** One of two compared tiers, with the file of its environment. */
interface ComparedEnd extends RequestedEnd {
  readonly name: 'from' | 'to';
}

/** The given ends; options of flags apply to both. */
function endsOf(flags: FlagValues, typed: Readonly<Record<string, string>>, system: () => SystemDefinition): ComparedEnd[] {
  const given = (['from', 'to'] as const).flatMap((name) => {
    const text = textFlag(flags, name);
    return text === undefined ? [] : [{ name, text }];
  });
  return Object.values(allParts(Object.fromEntries(given.map(({ name, text }) => [name, () => endOf(name, text, typed, system)]))));
}

function endOf(
  name: ComparedEnd['name'],
  text: string,
  typed: Readonly<Record<string, string>>,
  system: () => SystemDefinition,
): ComparedEnd {
  return { name, ...requestedEnd(`--${name}`, text, system, typed) };
}

/** `--from` and `--to` belong together, and replace `--tiers`. */
function requirePair({ tiers, from, to }: FlagValues): void {
  if (from === undefined && to === undefined) return;
  const [given, other] = from === undefined ? ['--to', '--from'] : ['--from', '--to'];
  const problems: Problem[] = [
    ...(from === undefined || to === undefined
      ? [{ path: other, expected: `key=value, such as tier=large, because ${given} is given; --from and --to are used together` }]
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
