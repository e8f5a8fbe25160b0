import { InputError, type Problem, UNKNOWN_KEY, unknownKey } from '../core/problems';
import { Options } from '../model/options';
import { parseInput } from '../model/parse';

// A file of its own: commands check options before they load the code that resolves a blueprint.

/** Throws an InputError with every problem of options, by context key. Whether a tier offers them is a matter of the tier. */
export function checkOptions(options: Readonly<Record<string, unknown>>): void {
  try {
    parseInput(Options, options, 'options');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError('options', withRequestKeys(error.problems, []));
  }
}

/** `system` and `tier` are keys of a request like the options, so they are suggested for misspelled keys too. */
export function withRequestKeys(problems: readonly Problem[], otherKeys: readonly string[]): Problem[] {
  const keys = ['system', 'tier', ...Object.keys(Options.shape), ...otherKeys];
  return problems.map((problem) => {
    return problem.reason === UNKNOWN_KEY ? unknownKey(problem.path, problem.path, keys) : problem;
  });
}
