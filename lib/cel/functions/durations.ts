import type { CelFunc } from '@bufbuild/cel';
import { celLibrary } from '../library';

/** The Greek letter mu, which Go reads as the micro sign. */
const MU = /\u03BC/g;
const MICRO_SIGN = '\u00B5';

/** The text of a duration as the library for CEL reads it, which does not know the letter. Source: the table of units of Go's `time.ParseDuration`. */
export function durationText(text: string): string {
  return text.replace(MU, MICRO_SIGN);
}

/** The function `duration` for every text that Go reads, such as `1μs`. */
export function durationFunctions(): CelFunc[] {
  const { CelScalar, celFunc, isCelError, run } = celLibrary();
  return [
    celFunc('duration', [CelScalar.STRING], CelScalar.DYN, (text) => {
      const result = run('duration(self)', { self: durationText(text) });
      if (isCelError(result)) throw result;
      return result;
    }),
  ];
}
