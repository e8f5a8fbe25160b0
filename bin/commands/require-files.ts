import { allParts, validPart } from '../../lib/core/all-parts';
import { InputError, suggestionFor } from '../../lib/core/problems';
import { pathKind } from '../../lib/io/files';
import { namedTiers } from '../named-tiers';

/** Paths that `estimate`, `diff` and `move` read. */
export const TEMPLATES_OR_MANIFESTS = 'a template, a cdk.out folder, or a file or folder of Kubernetes manifests';

/** Words that are no path, and what the command does with them. */
export interface OtherWords {
  /** Words that the command accepts in place of a path, such as the id of a tier. Default: none. */
  readonly names?: readonly string[];
  /** The command for a tier or a system, which this one does not take, as a part of a sentence. Default: none. */
  readonly forTiers?: string;
}

/** Throws an InputError with every path that cannot be read. They are checked before any of them is read: some are large. */
export function requireFiles(paths: readonly string[], expected: string, words: OtherWords = {}): void {
  allParts(Object.fromEntries(paths.map((path) => [path, () => requireFile(path, expected, words)])));
}

function requireFile(path: string, expected: string, { names = [], forTiers }: OtherWords): void {
  try {
    pathKind(path, expected);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const named = forTiers === undefined ? undefined : namedBy(path);
    const others = names.filter((name) => name !== path);
    const problems = error.problems.map((problem) => ({
      ...problem,
      ...(named !== undefined && { reason: `is ${named}, and not a path`, expected: `${expected}; ${forTiers}` }),
      ...suggestionFor(path, others),
    }));
    throw new InputError(error.subject, problems);
  }
}

/** The meaning of a word as a name of the definition file or the examples; undefined for all other words, and if the file is invalid. */
function namedBy(word: string): string | undefined {
  const { readSystems } = require('../systems') as typeof import('../systems');
  const systems = validPart(() => readSystems());
  if (systems?.all.some(({ id }) => id === word)) return 'a system';
  const owner = [...(systems?.own ?? []), ...(systems?.all ?? [])].find((system) => namedTiers(system).includes(word));
  return owner === undefined ? undefined : `a tier of ${owner.id}`;
}
