import type { Part } from '../part';

/** A part with the resources that it is made of. */
export interface StackPart {
  /** The part. */
  readonly part: Part;
  /** Logical ids of its resources. */
  readonly ids: readonly string[];
}
