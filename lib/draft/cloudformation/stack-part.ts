import type { Part } from '../part';

/** A part with its resources. */
export interface StackPart {
  /** The part. */
  readonly part: Part;
  /** Logical ids of its resources. */
  readonly ids: readonly string[];
}
