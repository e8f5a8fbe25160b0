import type { Labels } from '../../manifests/selector';
import type { Resources } from './resources';

/** One requirement on the labels of a node, as in node affinities and NodePools. */
export interface Requirement {
  /** Label key. */
  readonly key: string;
  /** `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt`, `Lt`, `Gte`, `Lte`. */
  readonly operator: string;
  /** Label values. */
  readonly values: readonly string[];
}

/** A taint of nodes, as in the Kubernetes API. */
export interface Taint {
  /** Key of the taint. */
  readonly key: string;
  /** Value of the taint. */
  readonly value: string;
  /** Effect of the taint: `NoSchedule`, `PreferNoSchedule` or `NoExecute`. */
  readonly effect: string;
}

/** An instance type that a node may have. */
export interface NodeType {
  /** Instance type. */
  readonly name: string;
  /** Labels of nodes of this type. */
  readonly labels: Labels;
  /** Allocatable resources: the capacity without reserved resources. */
  readonly allocatable: Resources;
  /** Capacity of the node, which limits of pools count. */
  readonly capacity: Resources;
  /** Hourly price, billionths of a US dollar. A whole number, so that sums of many nodes compare exactly. */
  readonly hourlyNanoUsd: number;
}

/** A NodePool of Karpenter, or a default pool for manifests that contain none. */
export interface NodePool {
  /** Name of the pool. */
  readonly id: string;
  /** Requirements that its instance types meet. */
  readonly requirements: readonly Requirement[];
  /** Labels of its nodes. */
  readonly labels: Labels;
  /** Taints of its nodes. */
  readonly taints: readonly Taint[];
  /** Pools with a higher weight are tried first; pools with the same weight in the order of their names. */
  readonly weight: number;
  /** Maximum resources of all of its nodes together. */
  readonly limits: Partial<Resources>;
  /** Hourly price of the disks of a node, billionths of a US dollar. */
  readonly diskHourlyNanoUsd: number;
  /** Maximum number of pods of a node. Absent: that of the instance type. */
  readonly maxPods?: number;
  /** Whether its nodes are assumed to have every custom label that a pod requires. */
  readonly hasAnyLabel: boolean;
}
