import type { Severity } from '../core/severity';
import type { FieldChange } from '../manifests/field-change';
import type { ManifestObject, Path } from '../manifests/manifest-object';

/** One place where a rule is broken. */
export interface Violation {
  /** The object that breaks the rule. */
  readonly object: ManifestObject;
  /** Severity, if the manifests show more than the rule assumes. Default: that of the rule. */
  readonly severity?: Severity;
  /** Path in the object; empty for the object as a whole. */
  readonly path: Path;
  /** Line in the file, counted from 1. Default: the line of the path. */
  readonly line?: number;
  /** The value that was found, worded to follow "is"; absent when it is missing. */
  readonly received?: string;
  /** The valid values, worded to follow "expected". */
  readonly expected: string;
  /** The pattern that the value does not match; absent where the valid values have none. */
  readonly pattern?: RegExp;
  /** The word that was probably meant. */
  readonly suggestion?: string;
  /** The correction; absent where none or more than one is possible. */
  readonly change?: FieldChange;
}
