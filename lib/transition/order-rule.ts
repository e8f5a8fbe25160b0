import type { TransitionRule, Verdict } from './rule';
import type { TransitionContext } from './transition-context';

/** A rule about the order in which CloudFormation works: it creates resources, then updates others, and deletes last. */
export interface OrderRule extends Omit<TransitionRule, 'judge'> {
  /** Yields its verdicts, given the logical ids that are replaced. Prints nothing and throws nothing. */
  judge(context: TransitionContext, replaced: ReadonlySet<string>): Iterable<Verdict>;
}
