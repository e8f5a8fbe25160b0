import type { Blueprint } from '../../lib/blueprint/blueprint';
import { InputError, type Problem, problemText } from '../../lib/core/problems';
import { compareView } from '../../lib/output/compare';
import { compareJson } from '../../lib/output/json/compare';
import { SYSTEMS } from '../../tiers';
import { type Command, type FlagValues, textFlag } from '../command';
import { blueprintFromFlags, flagOf, givenOptions, optionFlags } from './blueprint-options';
import { estimateOf } from './estimate-of';
import { failuresOf } from './failures';
import { type BlueprintRequest, requestOf } from './request-text';

export const compare: Command = {
  name: 'compare',
  summary: 'tiers beside each other: capacity, bill, and why one costs more than the other',
  arguments: [{ name: 'system', description: 'a system of `sizing list`' }],
  flags: [
    { name: 'tiers', value: 'a,b', description: 'only these tiers, in this order; two of them also get the difference by driver' },
    { name: 'from', value: 'key=value,…', description: 'with --to: the first of two blueprints, such as tier=small,region=us-east-1' },
    { name: 'to', value: 'key=value,…', description: 'the second, such as tier=large,gpu=t4; other options apply to both' },
    { name: 'strict', description: 'refuse derived prices (exit code 3)' },
    ...optionFlags().map((flag) =>
      flag.name === 'platform' ? { ...flag, description: `${flag.description}; several side by side: ecs,fargate,eks,kubernetes` } : flag,
    ),
  ],
  examples: [
    'sizing compare aiva',
    'sizing compare aiva --tiers medium,large --region eu-west-1',
    'sizing compare aiva --tiers large --platform ecs,fargate,kubernetes',
    'sizing compare aiva --from tier=large --to tier=large,gpu=t4,readReplicas=2',
  ],
  run: async ({ arguments: [system = ''], flags, modules }) => {
    const forms = blueprintsOf(requestsOf(system, flags)).map((blueprint) => ({
      blueprint,
      estimate: estimateOf(blueprint, modules),
    }));
    const estimates = forms.map((form) => form.estimate);
    return {
      report: { data: compareJson(forms), ...compareView(forms) },
      bills: estimates,
      warnings: forms.some(({ blueprint }) => blueprint.options.platform === 'kubernetes') ? [modules.manifestBill().NETWORK_WARNING] : [],
      failures: estimates.flatMap((estimate) => failuresOf(estimate, { strict: flags.strict === true })),
    };
  },
};

function requestsOf(systemId: string, flags: FlagValues): readonly BlueprintRequest[] {
  const options = givenOptions(flags);
  const [from, to, tiers] = ['from', 'to', 'tiers'].map((name) => textFlag(flags, name));
  if (from === undefined && to === undefined) return tierRequests(systemId, tiers, options);
  if (from === undefined || to === undefined || tiers !== undefined) {
    throw new InputError('flags', [
      { path: '--from and --to', reason: 'only one of them is given, or --tiers as well', expected: 'both, without --tiers' },
    ]);
  }
  return [requestOf('--from', from, { system: systemId, ...options }), requestOf('--to', to, { system: systemId, ...options })];
}

/** Every tier, and where one may also stand on a single host and nothing was asked, that form beside it. */
function tierRequests(systemId: string, tiers: string | undefined, options: Readonly<Record<string, string>>): BlueprintRequest[] {
  const system = SYSTEMS.find(({ id }) => id === systemId);
  const asked = tiers?.split(',').map((id) => id.trim());
  const ids = asked ?? system?.tiers.map(({ id }) => id) ?? [''];
  return ids.flatMap((tier) => {
    const isWhole = asked === undefined && options.topology === undefined && options.platform === undefined;
    const bothForms = isWhole && system?.tiers.find(({ id }) => id === tier)?.singleHost === true;
    const managed = { system: systemId, tier, ...options };
    const forms = platformsOf(options.platform).map((platform) => ({ request: { ...managed, ...platform }, nameOf }));
    return [...(bothForms ? [{ request: { ...managed, topology: 'single-host' }, nameOf }] : []), ...forms];
  });
}

/** One form for each platform of `ecs,fargate,eks,kubernetes`; Fargate is ECS without machines of its own. */
function platformsOf(platforms: string | undefined): readonly Readonly<Record<string, string>>[] {
  if (platforms === undefined) return [{}];
  const named = platforms.split(',').map((platform) => platform.trim());
  return named.map(
    (platform): Readonly<Record<string, string>> => (platform === 'fargate' ? { platform: 'ecs', compute: 'fargate' } : { platform }),
  );
}

function nameOf(key: string): string {
  return key === 'system' ? '<system>' : key === 'tier' ? '--tiers' : flagOf(key);
}

/** All blueprints, or an InputError with what is wrong in any of them, each problem once. */
function blueprintsOf(requests: readonly BlueprintRequest[]): Blueprint[] {
  const problems = new Map<string, Problem>();
  const blueprints = requests.flatMap((request) => {
    try {
      return blueprintFromFlags(request.request, request.nameOf);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems) problems.set(problemText(problem), problem);
      return [];
    }
  });
  if (problems.size > 0) throw new InputError('flags', [...problems.values()]);
  return blueprints;
}
