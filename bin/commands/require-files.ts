import { allParts } from '../../lib/core/all-parts';
import { InputError, suggestionFor } from '../../lib/core/problems';
import { pathKind } from '../../lib/io/files';

/** Paths that `estimate`, `diff` and `move` read. */
export const TEMPLATES_OR_MANIFESTS = 'a template, a cdk.out folder, or a file or folder of Kubernetes manifests';

/**
 * Throws an InputError with every path that cannot be read. They are checked before any of them is read: some are large. `names` are words
 * that the command accepts in place of a path, such as the id of a tier.
 */
export function requireFiles(paths: readonly string[], expected: string, names: readonly string[] = []): void {
  allParts(Object.fromEntries(paths.map((path) => [path, () => requireFile(path, expected, names)])));
}

function requireFile(path: string, expected: string, names: readonly string[]): void {
  try {
    pathKind(path, expected);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const problems = error.problems.map((problem) => ({
      ...problem,
      ...suggestionFor(
        path,
        names.filter((name) => name !== path),
      ),
    }));
    throw new InputError(error.subject, problems);
  }
}
