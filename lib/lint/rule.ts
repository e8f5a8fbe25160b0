import type { RuleDescription } from '../core/rule-description';
import type { StricterSet } from '../core/rule-set';
import type { LintContext } from './lint-context';
import type { Violation } from './violation';

/** A check of manifests: one file in `rules` and one line in its index. */
export interface Rule extends RuleDescription {
  /** The set that the rule belongs to. Default: recommended. */
  readonly set?: StricterSet;
  /** Yields the violations of the rule. Prints nothing and throws nothing. */
  check(context: LintContext): Iterable<Violation>;
}
