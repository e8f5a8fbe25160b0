import type { SkipReason } from '../core/skip-reason';

/** A file of a folder that is not read as a manifest. */
export interface SkippedFile {
  /** Path of the file. */
  readonly file: string;
  /** Why it is not. */
  readonly reason: SkipReason;
}
