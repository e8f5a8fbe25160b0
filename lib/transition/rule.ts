import type { ChangeClass } from './change-class';
import type { DataMigration } from './data-migration';
import type { FollowUp, Interruption, Preparation } from './transition';
import type { TransitionContext } from './transition-context';

/** Statement of a rule about one resource. */
export interface Verdict {
  /** Logical id of the resource. */
  readonly resource: string;
  /** The class that the change leads to. */
  readonly class: ChangeClass;
  /** Why, as a sentence without a full stop, with the values of these templates. */
  readonly text: string;
  /**
   * Changed properties whose update behavior in the specification this verdict overrides. Default: none; the verdict is added to
   * what the specification states.
   */
  readonly properties?: readonly string[];
  /** Interruption that the change causes. Default: none. */
  readonly interruption?: Interruption;
  /** Updates of the resource alone after which the change is accepted, in their order. Default: none is known. */
  readonly first?: readonly Preparation[];
  /** Updates to the second template, but for these properties of the resource, that follow `first`. Default: none. */
  readonly between?: readonly Preparation[];
  /** Command that completes the change after the update. Default: none is necessary. */
  readonly followUp?: FollowUp;
  /** Where the data goes that the update does not copy. Default for `needs-data-migration`: into the replacement of the resource. */
  readonly migration?: Omit<DataMigration, 'data'>;
}

/** Knowledge about updates that the specification of resource types does not contain: one file in `rules` and one line in its index. */
export interface TransitionRule {
  /** ID in kebab case. Never changes once published. */
  readonly id: string;
  /** The rule as a sentence without a full stop. */
  readonly description: string;
  /** Addresses of the documents that state it. */
  readonly sources: readonly string[];
  /** Date on which the rule was written or last corrected, ISO 8601. Later changes of the service are not in it. */
  readonly asOf: string;
  /** Yields its verdicts. Prints nothing and throws nothing. */
  judge(context: TransitionContext): Iterable<Verdict>;
}
