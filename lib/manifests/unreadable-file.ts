import type { InputError } from '../core/problems';

/** A file with manifests that cannot be read. */
export interface UnreadableFile {
  /** Path of the file. */
  readonly file: string;
  /** Its problems. */
  readonly error: InputError;
}
