import type { Blueprint } from '../blueprint/blueprint';
import { InputError, type Problem, problemText } from '../core/problems';
import type { System } from '../model/system';
import type { AnswerWarning } from './answer-warning';
import { blueprintFor } from './blueprint-for';
import type { EstimatedTier, Estimator } from './estimated-tier';
import { moreInstancesWarnings } from './handled-warnings';
import { type HandledWorkload, handledByPublishedSizes, handledWorkload } from './handled-workload';
import { definitionOf, loadSystem, type SystemReference, systemOfRequest } from './system-reference';

/** Options by context key, as strings or values. */
type RawOptions = Readonly<Record<string, unknown>>;

/** Which tiers of a system to compare: all of them, some of them, or two with options of their own. */
export interface CompareRequest {
  /** A system of your own, or the id of an example. */
  readonly system: SystemReference;
  /** Ids of tiers, in the order of the comparison. Default: all tiers, with the single-host form of those that have one and support the options in it. */
  readonly tiers?: readonly string[];
  /** Platforms to compare: `ecs`, `fargate` (ECS on Fargate), `eks`, `kubernetes`. Default: the one in `options`. */
  readonly platforms?: readonly string[];
  /** Options of every compared tier. Default: the defaults of the tiers. */
  readonly options?: RawOptions;
  /** The first of exactly two: `tier` and options that it has in addition. Needs `to`; replaces `tiers`. */
  readonly from?: RawOptions;
  /** The second of exactly two. Needs `from`. */
  readonly to?: RawOptions;
}

/** A tier with its estimate, and how much it handles of the workload that the estimate is for. */
export interface ComparedTier extends EstimatedTier {
  /** How much the tier handles. */
  readonly handled: HandledWorkload;
  /** How much the sizes of the document handle of the same workload. Default: the tier has no others. */
  readonly handledByPublishedSizes?: HandledWorkload;
}

/** Tiers in the order of the comparison, with their estimates. */
export interface CompareAnswer {
  /** The compared tiers. */
  readonly tiers: readonly ComparedTier[];
  /** Warnings: limitations of the estimates that a reader must know. */
  readonly warnings: readonly AnswerWarning[];
}

/** The raw request of one tier, and the prefix of paths that are about what `from` or `to` sets. */
interface RequestedTier {
  readonly request: RawOptions;
  readonly own?: { readonly prefix: 'from' | 'to'; readonly keys: readonly string[] };
  /** Whether the form is left out where it does not support the options. Default: false. */
  readonly isOptional?: boolean;
}

/** Compares tiers of a system. Throws one InputError with the problems of all of them; paths of `from` and `to` start with that name. */
export function compareTiers(request: CompareRequest, estimator: Estimator): CompareAnswer {
  const tiers = blueprintsOf(requestedTiers(request)).map(({ blueprint, system }): ComparedTier => {
    const byPublishedSizes = handledByPublishedSizes(system, blueprint);
    return {
      blueprint,
      estimate: estimator(blueprint),
      handled: handledWorkload(system, blueprint),
      ...(byPublishedSizes === undefined ? {} : { handledByPublishedSizes: byPublishedSizes }),
    };
  });
  const hasManifests = tiers.some(({ blueprint }) => blueprint.options.platform === 'kubernetes');
  return {
    tiers,
    warnings: [
      ...tiers.flatMap(({ blueprint, handled }) => moreInstancesWarnings(blueprint.tier.id, handled)),
      ...(hasManifests ? [{ kind: 'network-excluded' } as const] : []),
    ],
  };
}

function requestedTiers(request: CompareRequest): readonly RequestedTier[] {
  const { system, options = {}, from, to, tiers } = request;
  if (from === undefined && to === undefined) return tierRequests(request);
  if (from === undefined || to === undefined || tiers !== undefined) {
    throw new InputError('request', pairProblems(request));
  }
  return (
    [
      ['from', from],
      ['to', to],
    ] as const
  ).map(([prefix, own]) => ({ request: { system, ...options, ...own }, own: { prefix, keys: Object.keys(own) } }));
}

/**
 * Every tier. A tier that can run on a single host is listed in that form too, where it supports the options; unless tiers, topology or platform
 * are given, or the definition states another platform than ECS.
 */
function tierRequests({ system: systemId, tiers, platforms, options = {} }: CompareRequest): RequestedTier[] {
  const definition = definitionOf(systemId);
  const system = definition === undefined ? undefined : loadSystem(definition);
  const ids = tiers ?? system?.tiers.map(({ id }) => id) ?? [''];
  const isOnEcs = platforms === undefined && options.platform === undefined && (system?.platform ?? 'ecs') === 'ecs';
  const isWhole = tiers === undefined && options.topology === undefined && isOnEcs;
  return ids.flatMap((tier) => {
    const managed = { system: systemId, tier, ...options };
    const hasBothForms = isWhole && system?.tiers.find(({ id }) => id === tier)?.singleHost === true;
    const forms = (platforms?.map(platformOptions) ?? [{}]).map((platform) => ({ request: { ...managed, ...platform } }));
    return [...(hasBothForms ? [{ request: { ...managed, topology: 'single-host' }, isOptional: true }] : []), ...forms];
  });
}

/** Fargate is ECS without instances of its own. */
function platformOptions(platform: string): RawOptions {
  return platform === 'fargate' ? { platform: 'ecs', compute: 'fargate' } : { platform };
}

/** All blueprints, or an InputError with the problems of all of them, each once. */
function blueprintsOf(requests: readonly RequestedTier[]): { readonly blueprint: Blueprint; readonly system: System }[] {
  const problems = new Map<string, Problem>();
  const blueprints = requests.flatMap(({ request, own, isOptional }) => {
    try {
      return [{ blueprint: blueprintFor(request), system: systemOfRequest(request) }];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      if (isOptional === true) return [];
      for (const problem of error.problems) {
        const path = own?.keys.includes(problem.path) ? `${own.prefix}.${problem.path}` : inTier(problem.path, error.subject);
        problems.set(problemText({ ...problem, path }), { ...problem, path });
      }
      return [];
    }
  });
  const all = [...problems.values()];
  if (all.length > 0) throw new InputError(all.every(({ path }) => isInTier(path)) ? 'tiers' : 'request', all);
  return blueprints;
}

/** The path of a problem inside a tier names the tier: there are several. */
function inTier(path: string, subject: string): string {
  return subject.startsWith('tier ') && path.includes('.') ? `${subject}: ${path}` : path;
}

function isInTier(path: string): boolean {
  return path.startsWith('tier ');
}

/** `from` and `to` belong together, and replace `tiers`. */
function pairProblems({ from, to, tiers }: CompareRequest): Problem[] {
  return [
    ...(from === undefined ? [{ path: 'from', expected: 'a configuration, because to is given' }] : []),
    ...(to === undefined ? [{ path: 'to', expected: 'a configuration, because from is given' }] : []),
    ...(tiers === undefined ? [] : [{ path: 'tiers', reason: 'given together with from and to', expected: 'only one of them' }]),
  ];
}
