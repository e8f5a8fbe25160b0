import { REFERENCE_REGION } from '../catalog/price-book';
import type { OptionsInput } from '../model/inputs';
import { environmentOf } from './environment-file';

/** The options of the command of the answer. It names the region if nothing sets it, and the platform, which decides the command. */
export function givenPairs({ region, platform }: OptionsInput, typed: OptionsInput): string[] {
  const places = { environment: environmentOf(undefined), ...(region === undefined && { region: REFERENCE_REGION }) };
  return Object.entries({ ...places, ...(platform !== undefined && { platform }), ...typed }).map((pair) => pair.join('='));
}
