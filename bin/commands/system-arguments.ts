import { InputError } from '../../lib/core/problems';
import type { SystemDefinition } from '../../lib/model/tier-extension';
import type { Request } from '../command';
import { argumentOrFlag, givenOptions, withFlagNames } from './tier-options';

/** The parts of a request that name a system. */
type NamedSystem = Pick<Request, 'arguments' | 'flags' | 'systems'>;

/** Positional arguments of a command, read with the systems that they can name. */
export interface SystemArguments {
  /** The system that is named, or the only one of the definition file. */
  readonly system: SystemDefinition;
  /** The other arguments, in their order. */
  readonly rest: readonly string[];
}

/**
 * The system of a command line, which may leave it out when the definition file has only one. `most` is the number of arguments
 * that the command takes after the system; `options` are checked together with it. Throws an InputError for an unknown system, and when it must be named.
 */
export function systemArguments(
  { arguments: given, flags, systems: { own, all } }: NamedSystem,
  most = 0,
  options = givenOptions(flags),
): SystemArguments {
  const [first, ...others] = given.filter((argument) => argument !== undefined);
  const named = all.find(({ id }) => id === first);
  if (named !== undefined) return { system: named, rest: others };
  const [only, second] = own;
  const isLeftOut = only !== undefined && second === undefined && (first === undefined ? 0 : others.length + 1) <= most;
  if (isLeftOut) return { system: only, rest: first === undefined ? [] : [first, ...others] };
  // Reports invalid options in the same error. Loaded on demand: most command lines name a system that exists.
  const { blueprintFor } = require('../../lib/answers/blueprint-for') as typeof import('../../lib/answers/blueprint-for');
  if (first !== undefined) withFlagNames(() => blueprintFor({ system: first, ...options }, { systems: all }), argumentOrFlag);
  throw new InputError('arguments', [
    { path: '<system>', expected: `one of ${all.map(({ id }) => id).join(', ')}, or a definition file with one system` },
  ]);
}

/** The system and the tier of a command line. Throws an InputError for a missing tier. */
export function tierArguments(request: NamedSystem, most = 1): SystemArguments & { readonly tier: string } {
  const { system, rest } = systemArguments(request, most);
  const [tier, ...others] = rest;
  if (tier !== undefined) return { system, tier, rest: others };
  throw new InputError('arguments', [
    { path: '<tier>', expected: `a tier of ${system.id}: ${system.tiers.map(({ id }) => id).join(', ')}` },
  ]);
}
