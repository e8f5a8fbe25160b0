import type { Labels, Selector } from '../../manifests/selector';
import type { Requirement } from './node';
import type { Resources } from './resources';

/** Identical pods: those of one workload. */
export interface PodGroup {
  /** Unique id that does not depend on other objects: `shop/Deployment/web`. */
  readonly id: string;
  /** Namespace. */
  readonly namespace: string;
  /** Labels of the pods. */
  readonly labels: Labels;
  /** Requests of one pod. */
  readonly requests: Resources;
  /** Ephemeral storage that one pod requests, bytes. Packing ignores it. Default: 0. */
  readonly ephemeralBytes?: number;
  /** Host ports, such as `TCP 8080`. A node has each port once. */
  readonly hostPorts: readonly string[];
  /** A node must satisfy all requirements of one of these lists. Empty: every node does. */
  readonly nodeTerms: readonly (readonly Requirement[])[];
  /** Requirements of the preferred node affinity, used if an instance type satisfies them. */
  readonly preferredNode: readonly Requirement[];
  /** Tolerations of the pods. */
  readonly tolerations: readonly Toleration[];
  /** Topology spread constraints. */
  readonly spreads: readonly Spread[];
  /** Rules of pod anti-affinity: none of the selected pods may be in the same place. */
  readonly apartFrom: readonly Neighbors[];
  /** Rules of pod affinity: at least one of the selected pods must be in the same place. */
  readonly togetherWith: readonly Neighbors[];
}

/** A toleration of pods, as in the Kubernetes API. */
export interface Toleration {
  /** Key of the taint. Absent: every taint. */
  readonly key?: string;
  /** `Exists` or `Equal`. */
  readonly operator: string;
  /** Value of the taint, for `Equal`. */
  readonly value?: string;
  /** Effect of the taint. Absent: every effect. */
  readonly effect?: string;
}

/** Topology of a placement rule: nodes or zones. */
export type Place = 'host' | 'zone';

/** A rule about other pods in the same place. */
export interface Neighbors {
  /** Whether the rule is about nodes or zones. */
  readonly place: Place;
  /** Namespaces of the other pods. Absent: all namespaces. */
  readonly namespaces?: readonly string[];
  /** Selects the other pods. */
  readonly selector: Selector;
}

/** A topology spread constraint. */
export interface Spread extends Neighbors {
  /** The largest difference between the numbers of pods in two places. */
  readonly maxSkew: number;
  /** Whether a pod stays pending instead of exceeding the skew. For nodes it makes no difference: a new node never exceeds it. */
  readonly isRequired: boolean;
}
