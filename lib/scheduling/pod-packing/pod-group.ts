import type { Labels, Selector } from '../../manifests/selector';
import type { Requirement } from './node';
import type { Resources } from './resources';

/** Pods that are all alike: those of one workload. */
export interface PodGroup {
  /** Unique, and the same whatever else there is: `shop/Deployment/web`. */
  readonly id: string;
  /** Namespace. */
  readonly namespace: string;
  /** Labels of the pods. */
  readonly labels: Labels;
  /** Requests of one pod. */
  readonly requests: Resources;
  /** `TCP 8080`: a node has each once. */
  readonly hostPorts: readonly string[];
  /** A node must satisfy all requirements of one of these lists; no list is no demand. */
  readonly nodeTerms: readonly (readonly Requirement[])[];
  /** Satisfied where any type of node can. */
  readonly preferredNode: readonly Requirement[];
  /** Tolerations of the pods. */
  readonly tolerations: readonly Toleration[];
  /** Topology spread constraints. */
  readonly spreads: readonly Spread[];
  /** Pods that must not be in the same place. */
  readonly apartFrom: readonly Neighbors[];
  /** Pods of which one must be in the same place. */
  readonly besides: readonly Neighbors[];
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

/** What a rule about placement compares: nodes or zones. */
export type Place = 'host' | 'zone';

/** A rule about other pods in the same place. */
export interface Neighbors {
  /** Whether the rule is about nodes or zones. */
  readonly place: Place;
  /** Undefined: all of them. */
  readonly namespaces?: readonly string[];
  /** Selects the other pods. */
  readonly selector: Selector;
}

/** A topology spread constraint. */
export interface Spread extends Neighbors {
  /** The largest difference between the numbers of pods in two places. */
  readonly maxSkew: number;
  /** Whether a pod rather waits than makes the skew wider. Over nodes both are the same: a new node is always even. */
  readonly isRequired: boolean;
}
