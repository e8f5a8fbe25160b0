import type { ManifestObject, Path } from '../manifests/manifest-object';

/** One place where a rule is broken. */
export interface Violation {
  readonly object: ManifestObject;
  readonly path: Path;
  /** As it is written; absent where something is missing. */
  readonly received?: string;
  /** What would be right, in words. */
  readonly expected: string;
  /** What was probably meant. */
  readonly suggestion?: string;
}
