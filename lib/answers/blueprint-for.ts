import { SYSTEMS } from '../../tiers';
import type { Blueprint } from '../blueprint/blueprint';
import { resolveBlueprint } from '../blueprint/resolve';
import { offersIn } from '../catalog/offers';
import { InputError, notOneOf, type Problem, UNKNOWN_KEY, unknownKey } from '../core/problems';
import type { SystemInput } from '../model/inputs';
import { Options } from '../model/options';
import { parseInput } from '../model/parse';
import { System } from '../model/system';

/** The system of requests that name none: the first in the registry. */
export const DEFAULT_SYSTEM = SYSTEMS[0]?.id ?? '';

const parsedSystems = new Map<SystemInput, System>();

/** Checks a system's data once and returns it with defaults filled in. Throws an InputError with every problem. */
export function loadSystem(input: SystemInput): System {
  let system = parsedSystems.get(input);
  if (system === undefined) {
    system = parseInput(System, input, `system ${input.id}`);
    parsedSystems.set(input, system);
  }
  return system;
}

/** The system of the registry with this id. Throws an InputError with a suggestion for an unknown id. */
export function systemNamed(id: string, systems: readonly SystemInput[] = SYSTEMS): System {
  const input = systems.find((candidate) => candidate.id === id);
  if (input === undefined) throw new InputError('system', [systemProblem(id, systems)]);
  return loadSystem(input);
}

/** How a request is read. */
export interface RequestReadOptions {
  /** Systems that a request can name. Default: the systems of the package. */
  readonly systems?: readonly SystemInput[];
  /** Subject of InputErrors. Default: options. */
  readonly subject?: string;
  /** Keys that the caller reads; they are suggested for misspelled keys. Default: none. */
  readonly otherKeys?: readonly string[];
}

/**
 * The blueprint of a raw request: `system`, `tier` and the keys of Options, as strings of the command line or the CDK
 * context, or as values. Throws one InputError with everything that is wrong.
 */
export function blueprintFor(
  request: Readonly<Record<string, unknown>>,
  { systems = SYSTEMS, subject = 'options', otherKeys = [] }: RequestReadOptions = {},
): Blueprint {
  const { system: systemId = systems[0]?.id, tier: tierId, ...rest } = request;
  const problems: Problem[] = [];
  const input = systems.find((candidate) => candidate.id === systemId);
  if (input === undefined) problems.push(systemProblem(String(systemId), systems));
  const system = input === undefined ? undefined : loadSystem(input);
  const tier = tierId ?? system?.tiers[0]?.id;
  if (system !== undefined && !system.tiers.some((candidate) => candidate.id === tier)) problems.push(tierProblem(system, String(tier)));
  const options = collecting(problems, () => parseInput(Options, rest, subject));
  if (system === undefined || options === undefined || problems.length > 0) {
    throw new InputError(subject, withRequestKeys(problems, otherKeys));
  }
  return resolveBlueprint({ system, tier: String(tier), options, offers: offersIn(options.region) });
}

function collecting<T>(problems: Problem[], attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** `system` and `tier` are keys of a request like the options, so they are suggested for misspelled keys too. */
function withRequestKeys(problems: readonly Problem[], otherKeys: readonly string[]): Problem[] {
  const keys = ['system', 'tier', ...Object.keys(Options.shape), ...otherKeys];
  return problems.map((problem) => {
    return problem.reason === UNKNOWN_KEY ? unknownKey(problem.path, problem.path, keys) : problem;
  });
}

function systemProblem(id: string, systems: readonly SystemInput[]): Problem {
  return notOneOf(
    'system',
    id,
    systems.map((system) => system.id),
  );
}

function tierProblem(system: System, id: string): Problem {
  return notOneOf(
    'tier',
    id,
    system.tiers.map((tier) => tier.id),
  );
}
