import { REFERENCE_REGION } from '../catalog/price-book';
import type { Deployment } from '../model/environment-file';
import type { OptionsInput } from '../model/inputs';
import type { System } from '../model/system';
import { environmentOf } from './environment-file';

/** Sources of the options that the command of a deployment does not repeat. */
export interface DeployedFrom {
  /** Path of the definition file. Default: the one that the command finds, in its folder or the nearest one above. */
  readonly definitionFile?: string | undefined;
  /** Images and administrators that the file of the environment sets. Default: none. */
  readonly deployment?: Deployment | undefined;
}

/**
 * The options of the command of the answer, and its definition file. It names the region if nothing sets it, and the platform of the
 * file of the environment, or of a definition for Kubernetes, which decides the command.
 */
export function givenPairs(
  system: Pick<System, 'platform'>,
  { region, platform = system.platform === 'kubernetes' ? system.platform : undefined }: OptionsInput,
  typed: OptionsInput,
  { definitionFile }: DeployedFrom,
): string[] {
  const places = { environment: environmentOf(undefined), ...(region === undefined && { region: REFERENCE_REGION }) };
  const config = definitionFile === undefined ? {} : { config: definitionFile };
  return Object.entries({ ...places, ...(platform !== undefined && { platform }), ...typed, ...config }).map((pair) => pair.join('='));
}
