import type { RuleDescription } from '../core/rule-description';
import type { CheckContext } from './check-context';
import type { Violation } from './violation';

/**
 * A check of CloudFormation templates: one file in `rules` and one line in its index. `error`: the service rejects it, or it never
 * works; `warning`: it deploys, and costs, interrupts or exposes more than it has to; `info`: a recommendation.
 */
export interface Rule extends RuleDescription {
  /** Page of the service's own documentation that states what the rule demands. */
  readonly citation: string;
  /** The point that the documentation leaves open, and the safe side that the rule takes; absent when it settles everything. */
  readonly unsettled?: string;
  /** Yields the violations of the rule in one template. Is silent about values that are known only at deployment. */
  check(context: CheckContext): Iterable<Violation>;
}
