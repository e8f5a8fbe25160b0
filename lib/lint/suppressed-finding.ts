import type { SuppressionSource } from '../core/suppression-source';
import type { Finding } from './finding';

/** A finding that is known and not reported. */
export interface SuppressedFinding {
  /** The finding. */
  readonly finding: Finding;
  /** Source of the suppression. */
  readonly by: SuppressionSource;
  /** The reason in the annotation or the file of suppressions. Absent for a finding of the baseline. */
  readonly reason?: string;
}
