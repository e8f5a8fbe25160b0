import type { LintContext } from './lint-context';
import type { Violation } from './violation';

/** What the cluster would refuse or never do is an error; what works and should not be done is a warning. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One thing that manifests may do wrong. One file each in `rules`, one line in its index. */
export interface Rule {
  /** Kebab case; what `--rule` and `--ignore` name. Never changes once published. */
  readonly id: string;
  readonly severity: Severity;
  /** What is wrong, as a sentence without a full stop. */
  readonly description: string;
  /** What to do about it. */
  readonly fix: string;
  check(context: LintContext): Iterable<Violation>;
}
