import type { ApplyClass } from './apply-class';

/** A volume claim template of a StatefulSet whose size changes. */
export interface ClaimSize {
  /** Name of the template. */
  readonly template: string;
  /** Size before, as a Kubernetes quantity. */
  readonly from: string;
  /** Size after, as a Kubernetes quantity. */
  readonly to: string;
  /** Whether it becomes larger. No claim becomes smaller. */
  readonly isLarger: boolean;
  /** Names of the claims of the template, one for each pod of the first manifests. */
  readonly claims: readonly string[];
}

/** Name of an object in a cluster. */
export interface ObjectName {
  /** API group; empty for the core group. */
  readonly group: string;
  /** Kind of the object. */
  readonly kind: string;
  /** Name of the object. */
  readonly name: string;
  /** Namespace. Absent: the manifests have none, or the object is one of the whole cluster. */
  readonly namespace?: string;
}

/** Effect of `kubectl apply` of the second manifests on one object of a cluster that runs the first. */
export interface ObjectChange extends ObjectName {
  /** The class. */
  readonly class: ApplyClass;
  /** Paths of the fields that differ, such as `spec.replicas`; empty for an object that is created, remains or is unchanged. */
  readonly fields: readonly string[];
  /** Those of the fields that the API server does not change. */
  readonly immutable: readonly string[];
  /** Validation that refuses the change. Absent: it is not refused. */
  readonly source?: string;
  /** Volume claim templates of other sizes. Empty: none. */
  readonly sizes: readonly ClaimSize[];
  /** How the change is accepted all the same. Absent: it is not refused, or no way is known. */
  readonly remedy?: 'grow-claims' | 'delete-first';
}
