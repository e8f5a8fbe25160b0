import { parseInput } from './parse';
import { System } from './system';
import { type SystemDefinition, withExtendedTiers } from './tier-extension';

/** A definition with extended tiers and defaults filled in. Throws an InputError with every problem. */
export function parseSystem(definition: SystemDefinition, subject: string): System {
  return withExtendedTiers(definition, subject, (complete) => parseInput(System, complete, subject));
}
