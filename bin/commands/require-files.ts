import { allParts } from '../../lib/core/all-parts';
import { pathKind } from '../../lib/io/files';

/** Paths that `estimate`, `diff` and `move` read. */
export const TEMPLATES_OR_MANIFESTS = 'a template, a cdk.out folder, or a file or folder of Kubernetes manifests';

/** Throws an InputError with every path that cannot be read. They are checked before any of them is read: some are large. */
export function requireFiles(paths: readonly string[], expected: string): void {
  allParts(Object.fromEntries(paths.map((path) => [path, () => pathKind(path, expected)])));
}
