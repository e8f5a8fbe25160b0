import type { PlainObject } from '../core/plain-object';
import type { ManifestObject, Path } from '../manifests/manifest-object';

/** A value of a custom resource, with the structural schema of its definition. */
export interface SchemaValue {
  /** The custom resource. */
  readonly object: ManifestObject;
  /** Path of the value. */
  readonly path: Path;
  /** The value, which is not null: the API server drops null. */
  readonly value: unknown;
  /** The schema: `openAPIV3Schema` or a part of it. */
  readonly schema: PlainObject;
}
