import type { LintContext } from './lint-context';
import type { Violation } from './violation';

/** `error`: the cluster rejects it, or it never works. `warning`: it works, but is bad practice. `info`: a recommendation. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
/** Severity of a rule. */
export type Severity = (typeof SEVERITIES)[number];

/** A check of manifests: one file in `rules` and one line in its index. */
export interface Rule {
  /** ID in kebab case, for `--rule` and `--ignore`. Never changes once published. */
  readonly id: string;
  /** Severity of its findings. */
  readonly severity: Severity;
  /** The defect as a sentence without a full stop: `Container has no resource requests`. */
  readonly description: string;
  /** The fix as imperative sentences, without a full stop at the end. */
  readonly fix: string;
  /** Yields the violations of the rule. Prints nothing and throws nothing. */
  check(context: LintContext): Iterable<Violation>;
}
