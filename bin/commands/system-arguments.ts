import { loadSystem, systemProblem } from '../../lib/answers/system-reference';
import { InputError, notOneOf, type Problem, shown } from '../../lib/core/problems';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import type { Request } from '../command';
import { namedTiers } from '../named-tiers';
import type { Systems } from '../systems';

/** The parts of a request that name a system. */
type NamedSystem = Pick<Request, 'arguments' | 'systems'>;

/** Positional arguments of a command, read with the systems that they can name. */
export interface SystemArguments {
  /** The system that is named, or the only one of the definition file. */
  readonly system: SystemDefinition;
  /** The other arguments, in their order. */
  readonly rest: readonly string[];
}

/**
 * The system of a command line, which may leave it out when the definition file has only one. `most` is the number of arguments
 * that the command takes after the system. Throws an InputError for an unknown system, and when it must be named.
 */
export function systemArguments({ arguments: given, systems }: NamedSystem, most = 0): SystemArguments {
  const { own, all } = systems;
  const [first, ...after] = given;
  const others = after.filter((argument) => argument !== undefined);
  const named = all.find(({ id }) => id === first);
  if (named !== undefined) return { system: named, rest: others };
  const [only, second] = own;
  const isLeftOut = only !== undefined && second === undefined && (first === undefined ? 0 : others.length + 1) <= most;
  if (isLeftOut) return { system: only, rest: first === undefined ? [] : [first, ...others] };
  throw new InputError('arguments', [
    { ...(first === undefined ? missingSystem(systems) : unknownSystem(first, systems)), path: '<system>' },
  ]);
}

function missingSystem({ all, own }: Systems): Pick<Problem, 'expected'> {
  const ids = all.map(({ id }) => id).join(', ');
  return { expected: own.length === 0 ? `one of ${ids}, or a definition file with one system` : `one of ${ids}` };
}

/** A tier in the place of its system, or an id that no system has. */
function unknownSystem(id: string, { all, own }: Systems): Omit<Problem, 'path'> {
  const ofTier = (own.length === 0 ? all : own).find((system) => namedTiers(system).includes(id));
  if (ofTier !== undefined) return { reason: `${shown(id)} is a tier`, expected: `its system first, such as ${ofTier.id} ${id}` };
  const { path: _path, expected, ...problem } = systemProblem(id, all);
  return { ...problem, expected: own.length === 0 ? `${expected}, or a definition file with this system` : expected };
}

/** Ids of the tiers of a system. Throws an InputError for an invalid definition. */
export function tierIds(system: SystemDefinition): readonly string[] {
  return loadSystem(system).tiers.map(({ id }) => id);
}

/** The system and the tier of a command line. Throws an InputError for a missing or unknown tier, and for an invalid definition. */
export function tierArguments(request: NamedSystem, most = 1): SystemArguments & { readonly tier: string } {
  const { system, rest } = systemArguments(request, most);
  const [tier, ...others] = rest;
  const ids = tierIds(system);
  if (tier === undefined) throw new InputError('arguments', [{ path: '<tier>', expected: `a tier of ${system.id}: ${ids.join(', ')}` }]);
  if (!ids.includes(tier)) throw new InputError('arguments', [notOneOf('<tier>', tier, ids)]);
  return { system, tier, rest: others };
}
