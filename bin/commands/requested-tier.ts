import { blueprintFor } from '../../lib/answers/blueprint-for';
import { allParts } from '../../lib/core/all-parts';
import type { Request } from '../command';
import { type RequestedOptions, requestedOptions } from './requested-options';
import { type SystemArguments, tierArguments } from './system-arguments';
import { argumentOrFlag, withFlagNames } from './tier-options';

/** The tier of a command line with its options. */
export interface RequestedTier extends SystemArguments {
  /** Id of the tier. */
  readonly tier: string;
  /** Its options. */
  readonly requested: RequestedOptions;
}

/**
 * The tier of a command line, which offers the options. `most` is the number of arguments that the command takes after the system,
 * `optionsOf` the options of the tier. Throws an InputError with every problem of both.
 */
export function requestedTier(
  request: Request,
  most = 1,
  optionsOf: (requested: RequestedOptions) => Readonly<Record<string, unknown>> = ({ options }) => options,
): RequestedTier {
  const { named, requested } = allParts({
    named: () => tierArguments(request, most),
    requested: () => requestedOptions(request.flags),
  });
  const { system, tier } = named;
  withFlagNames(() => blueprintFor({ system, tier, ...optionsOf(requested) }), requested.named(argumentOrFlag));
  return { ...named, requested };
}
