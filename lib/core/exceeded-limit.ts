import type { Usd } from './money';
import type { RuleFinding } from './rule-finding';

/** A limit that is exceeded, as data. `lib/output` words it. */
export type ExceededLimit =
  /** The estimate exceeds the budget. */
  | {
      readonly kind: 'budget';
      /** The mid of the estimate, US dollars per month. */
      readonly monthlyUsd: Usd;
      /** The most US dollars per month that it may be. */
      readonly budgetUsd: Usd;
    }
  /** The estimate exceeds the estimate before the change by more than the largest increase. */
  | {
      readonly kind: 'increase';
      /** Change of the mid, US dollars per month. */
      readonly increaseUsd: Usd;
      /** The most US dollars per month that it may be. */
      readonly maxUsd: Usd;
    }
  /** No tier handles the target workload. */
  | {
      readonly kind: 'no-tier';
      /** The budget in US dollars per month, where a more expensive tier may handle the workload. Absent: no tier does at any price. */
      readonly withinUsd?: number;
    }
  /** No sizes of a tier handle the target workload. */
  | {
      readonly kind: 'no-sizes';
      /** Id of the tier whose components were sized. */
      readonly base: string;
    }
  /** Findings have the severity that fails the command. */
  | {
      readonly kind: 'findings';
      /** The findings with this severity, or a higher one. */
      readonly findings: readonly Pick<RuleFinding, 'severity'>[];
      /** The subject of the rules. */
      readonly subject: 'manifests' | 'templates';
      /** The lowest severity that fails the command. */
      readonly failOn: string;
    }
  /** A cluster does not meet the requirements of manifests. */
  | {
      readonly kind: 'cluster';
      /** Number of requirements that the cluster does not meet. */
      readonly unmet: number;
      /** Number of requirements that the objects of the cluster do not show. */
      readonly unknown: number;
    }
  /** The API server refuses changes of objects. */
  | {
      readonly kind: 'apply';
      /** Number of objects whose change is refused. */
      readonly rejected: number;
      /** Whether steps are known that make the move. Absent: none are known. */
      readonly isAcceptedInSteps?: boolean;
    }
  /** A move cannot be made without loss. */
  | {
      readonly kind: 'move';
      /** Number of resources whose update is rejected. */
      readonly rejected: number;
      /** Number of resources whose data is lost. */
      readonly lost: number;
      /** Number of data stores that are replaced by an empty one. */
      readonly migrated: number;
      /** Number of steps that are accepted where one update is not. Absent: none are known. */
      readonly acceptedSteps?: number;
    };
