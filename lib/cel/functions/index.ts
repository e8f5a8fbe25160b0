import type { CelFunc } from '@bufbuild/cel';
import { addressFunctions } from './addresses';
import { durationFunctions } from './durations';
import { listFunctions } from './lists';
import { optionalFunctions } from './optionals';
import { quantityFunctions } from './quantities';
import { regexFunctions } from './regex';
import { setFunctions } from './sets';
import { urlFunctions } from './urls';

/**
 * The functions that the API server adds to CEL. Source: Kubernetes documentation, "Common Expression Language in Kubernetes". Rules
 * with other functions are not evaluated.
 */
export function kubernetesFunctions(): CelFunc[] {
  return [
    ...listFunctions(),
    ...regexFunctions(),
    ...quantityFunctions(),
    ...urlFunctions(),
    ...addressFunctions(),
    ...setFunctions(),
    ...optionalFunctions(),
    ...durationFunctions(),
  ];
}
