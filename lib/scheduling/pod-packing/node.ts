import type { Labels } from '../../manifests/selector';
import type { Resources } from './resources';

/** One condition on the labels of a node, as affinities and NodePools write it. */
export interface Requirement {
  readonly key: string;
  /** `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt`, `Lt`, `Gte`, `Lte`. */
  readonly operator: string;
  readonly values: readonly string[];
}

export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** A kind of machine that a node may be. */
export interface NodeType {
  readonly name: string;
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
  readonly id: string;
  readonly requirements: readonly Requirement[];
  readonly labels: Labels;
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
