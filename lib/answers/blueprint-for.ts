import { SYSTEMS } from '../../tiers';
import type { Blueprint } from '../blueprint/blueprint';
import { resolveBlueprint } from '../blueprint/resolve';
import { offersIn } from '../catalog/offers';
import { InputError, notOneOf, type Problem } from '../core/problems';
import { Options } from '../model/options';
import { parseInput } from '../model/parse';
import type { System } from '../model/system';
import type { SystemDefinition } from '../model/tier-extension';
import { withRequestKeys } from './check-options';
import { definitionOf, loadSystem, systemProblem } from './system-reference';

/** How a request is read. */
export interface RequestReadOptions {
  /** Systems that a request can name; the first is that of a request without one. Default: the examples of the package. */
  readonly systems?: readonly SystemDefinition[];
  /** Subject of InputErrors. Default: options. */
  readonly subject?: string;
  /** Keys that the caller reads; they are suggested for misspelled keys. Default: none. */
  readonly otherKeys?: readonly string[];
}

/**
 * The blueprint of a raw request: `system` (an id, or a definition), `tier` and the keys of Options, as strings of the command line or the CDK
 * context, or as values. Throws one InputError with everything that is wrong.
 */
export function blueprintFor(
  request: Readonly<Record<string, unknown>>,
  { systems = SYSTEMS, subject = 'options', otherKeys = [] }: RequestReadOptions = {},
): Blueprint {
  const { system: reference = systems[0]?.id, tier: tierId, ...rest } = request;
  const problems: Problem[] = [];
  const definition = definitionOf(reference, systems);
  if (definition === undefined) problems.push(systemProblem(String(reference), systems));
  const system = definition === undefined ? undefined : loadSystem(definition);
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

function tierProblem(system: System, id: string): Problem {
  return notOneOf(
    'tier',
    id,
    system.tiers.map((tier) => tier.id),
  );
}
