import type { CapacityFigure } from './capacity-figure';
import type { ChangeClass } from './change-class';
import type { DataMigration } from './data-migration';
import type { DataOutcome } from './data-outcome';
import type { Impact } from './property-impacts';
import type { InstanceRoll } from './roll/instance-roll';
import type { ServiceRoll } from './roll/rolls';

/** How long something does not work while an update runs. */
export interface Interruption {
  /** The interrupted function: `connections to the database`. */
  readonly of: string;
  /** Minutes in the best case. */
  readonly lowMinutes: number;
  /** Minutes in the worst case; absent when no source gives an upper end. */
  readonly highMinutes?: number;
}

/** An update that changes some properties of one resource and nothing else. */
export interface Preparation {
  /** Its effect, as an imperative sentence without a full stop. */
  readonly title: string;
  /** New values by property. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** New resources of the stack, by logical id. Default: none. */
  readonly resources?: Readonly<Record<string, unknown>>;
  /** Whether its update must change nothing else in the stack. Default: other resources may change in the same update. */
  readonly isAlone?: true;
}

/** A command for after the update. */
export interface FollowUp {
  /** Its effect, as an imperative sentence without a full stop. */
  readonly title: string;
  /** The whole command. */
  readonly command: string;
}

/** Why a resource has its class, as data: `output` words it. */
export type ReasonCause =
  /** Only the second template has the resource. */
  | { readonly kind: 'created' }
  /** Only the first template has the resource. */
  | { readonly kind: 'removed' }
  /** Statement of the specification of the resource type about a change of the properties of the reason. */
  | {
      readonly kind: 'property-impact';
      /** Update behavior that the specification states. */
      readonly impact: Impact;
    }
  /** The resource refers to resources that are replaced, by their logical ids. */
  | {
      readonly kind: 'replaced-reference';
      /** Logical ids of the replaced resources. */
      readonly replaced: readonly string[];
    }
  /** The message of the rule, as a sentence without a full stop. */
  | {
      readonly kind: 'rule';
      /** A sentence without a full stop. */
      readonly text: string;
    };

/** Why a resource has its class. */
export interface Reason {
  /** Id of the rule; `cloudformation` for the update behavior in the specification of the resource type. */
  readonly rule: string;
  /** The class that this reason alone leads to. */
  readonly class: ChangeClass;
  /** The properties that it is about; empty when it is about the resource as a whole. */
  readonly properties: readonly string[];
  /** The cause. */
  readonly cause: ReasonCause;
  /** Interruption that it causes. Absent: none. */
  readonly interruption?: Interruption;
  /** Updates of the resource alone after which the change is accepted. Absent: none is known, or none is necessary. */
  readonly first?: readonly Preparation[];
  /** Updates to the second template, but for these properties of the resource, that follow `first`. Absent: none is known, or none is necessary. */
  readonly between?: readonly Preparation[];
  /** Command that completes the change after the update. Absent: none is necessary. */
  readonly followUp?: FollowUp;
  /** Addresses of the documents that state it. */
  readonly sources: readonly string[];
  /** Date on which the rule was written or last corrected, ISO 8601. Later changes of the service are not in it. */
  readonly asOf: string;
}

/** Effect of an update on one resource. */
export interface ResourceTransition {
  /** Logical id. */
  readonly id: string;
  /** CloudFormation type; the type in the second template where it has both. */
  readonly type: string;
  /** Component that the resource belongs to. */
  readonly component: string;
  /** The class. */
  readonly class: ChangeClass;
  /** Names of the properties that change. */
  readonly properties: readonly string[];
  /** Why; empty for an unchanged resource. */
  readonly reasons: readonly Reason[];
  /** Effect on the data of a resource that is removed or replaced. Absent: it holds none, or stays. */
  readonly data?: DataOutcome;
  /** The copy of its data, with the class `needs-data-migration`. Absent: no data is copied. */
  readonly migration?: DataMigration;
}

/** An update of one stack, from one template to another. */
export interface Transition {
  /** Name of the stack, or of the second template. */
  readonly stack: string;
  /** AWS region code. Absent when it is not known. */
  readonly region?: string;
  /** Every resource of both templates, in the order of the second, then those of the first alone. */
  readonly resources: readonly ResourceTransition[];
  /** Deployments of ECS services that the update starts, at each load. */
  readonly rolls: readonly ServiceRoll[];
  /** Replacement of instances with tasks of ECS that the update starts, at each load and from both numbers of instances. */
  readonly instanceRolls: readonly InstanceRoll[];
  /** Capacity of services, instances and data stores before, during and after the update. */
  readonly capacity: readonly CapacityFigure[];
}
