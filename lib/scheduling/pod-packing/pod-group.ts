import type { Labels, Selector } from '../../manifests/selector';
import type { Requirement } from './node';
import type { Resources } from './resources';

/** Pods that are all alike: those of one workload. */
export interface PodGroup {
  /** Unique, and the same whatever else there is: `shop/Deployment/web`. */
  readonly id: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly requests: Resources;
  /** `TCP 8080`: a node has each once. */
  readonly hostPorts: readonly string[];
  /** A node must satisfy all requirements of one of these lists; no list is no demand. */
  readonly nodeTerms: readonly (readonly Requirement[])[];
  /** Satisfied where any type of node can. */
  readonly preferredNode: readonly Requirement[];
  readonly tolerations: readonly Toleration[];
  readonly spreads: readonly Spread[];
  /** Pods that must not be in the same place. */
  readonly apartFrom: readonly Neighbours[];
  /** Pods of which one must be in the same place. */
  readonly besides: readonly Neighbours[];
}

export interface Toleration {
  readonly key?: string;
  readonly operator: string;
  readonly value?: string;
  readonly effect?: string;
}

export type Place = 'host' | 'zone';

export interface Neighbours {
  readonly place: Place;
  /** Undefined: all of them. */
  readonly namespaces?: readonly string[];
  readonly selector: Selector;
}

export interface Spread extends Neighbours {
  readonly maxSkew: number;
  /** Whether a pod rather waits than makes the skew wider. Over nodes both are the same: a new node is always even. */
  readonly isRequired: boolean;
}
