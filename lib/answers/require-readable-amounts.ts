import { InputError, type Problem } from '../core/problems';
import { objectText } from '../lint/finding';
import { unreadableAmounts } from '../lint/unreadable-amounts';
import type { Violation } from '../lint/violation';
import { type ManifestObject, pathText } from '../manifests/manifest-object';

/** Throws an InputError with every value that an estimate would read a number from, and cannot, as `lint` reports it. */
export function requireReadableAmounts(objects: readonly ManifestObject[], path: string): void {
  const problems = unreadableAmounts(objects).map(problemOf);
  if (problems.length > 0) throw new InputError(`manifests ${path}`, problems);
}

function problemOf({ object, path, received, expected, suggestion }: Violation): Problem {
  return {
    path: `${object.origin.file}:${object.origin.lineOf(path)}: ${objectText(object)}: ${pathText(path)}`,
    ...(received !== undefined && { received }),
    expected,
    ...(suggestion !== undefined && { suggestion }),
  };
}
