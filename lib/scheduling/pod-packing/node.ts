import type { Labels } from '../../manifests/selector';
import type { Resources } from './resources';

/** One condition on the labels of a node, as affinities and NodePools write it. */
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

/** A kind of machine that a node may be. */
export interface NodeType {
  /** Instance type. */
  readonly name: string;
  /** Labels of nodes of this type. */
  readonly labels: Labels;
  /** After what the machine's own software keeps: what pods may use. */
  readonly allocatable: Resources;
  /** Of the machine itself: limits of pools count it. */
  readonly capacity: Resources;
  /** Billionths of a dollar: whole, so that costs of many nodes compare exactly. */
  readonly hourlyNanoUsd: number;
}

/** Where nodes come from: a NodePool of Karpenter, or what stands for one. */
export interface NodePool {
  /** Name of the pool. */
  readonly id: string;
  /** Requirements that its instance types meet. */
  readonly requirements: readonly Requirement[];
  /** Labels of its nodes. */
  readonly labels: Labels;
  /** Taints of its nodes. */
  readonly taints: readonly Taint[];
  /** Pools of more weight are asked first; equal ones by name. */
  readonly weight: number;
  /** What its nodes have together at most. */
  readonly limits: Partial<Resources>;
  /** What a node costs beside its machine, such as its disk. */
  readonly diskHourlyNanoUsd: number;
  /** Pods of one node at most, where the pool says so. */
  readonly maxPods?: number;
  /** Whether its nodes are taken to have any label that a pod asks for and no machine has by itself. */
  readonly hasAnyLabel: boolean;
}
