import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { StringMap } from './shared-types';

/** Fields of a Karpenter NodePool (1.x) that the charts set. */
export interface NodePoolSpec {
  /** Template of the nodes. */
  readonly template: {
    /** Metadata of the nodes. */
    readonly metadata: {
      /** Labels of the nodes. */
      readonly labels: StringMap;
    };
    /** Spec of the nodes. */
    readonly spec: {
      /** Class with the settings of the cloud provider. */
      readonly nodeClassRef: {
        /** API group of the class. */
        readonly group: 'karpenter.k8s.aws';
        /** Kind of the class. */
        readonly kind: 'EC2NodeClass';
        /** Name of the class. */
        readonly name: string;
      };
      /** Instance types, zones and architectures that Karpenter may choose from. */
      readonly requirements: readonly NodeRequirement[];
      /** Taints of the nodes. */
      readonly taints?: readonly NodeTaint[];
      /** Age at which a node is replaced, such as `720h`. */
      readonly expireAfter: string;
      /** Longest time that a node waits for its pods before it is terminated. Absent: no limit. */
      readonly terminationGracePeriod?: string;
    };
  };
  /** Total amounts of all nodes of the pool, such as `cpu`, above which Karpenter adds none. */
  readonly limits: StringMap;
  /** Replacement and removal of nodes. */
  readonly disruption: {
    /** Nodes that Karpenter may remove to save cost. */
    readonly consolidationPolicy: 'WhenEmpty' | 'WhenEmptyOrUnderutilized';
    /** How long pods must not have changed before a node is removed, such as `5m`. */
    readonly consolidateAfter: string;
    /** Limits of nodes that may be disrupted at the same time. */
    readonly budgets: readonly {
      /** Number or percentage of nodes. */
      readonly nodes: string;
    }[];
  };
}

/** Condition on a node label. */
export interface NodeRequirement {
  /** Label of the node. */
  readonly key: string;
  /** `In`: the label has one of the values. */
  readonly operator: 'In';
  /** Permitted values. */
  readonly values: readonly string[];
}

/** Taint of a node: pods without a matching toleration are not scheduled on it. */
export interface NodeTaint {
  /** Key that a toleration names. */
  readonly key: string;
  /** Value that a toleration names. Absent: empty. */
  readonly value?: string;
  /** `NoSchedule`: running pods stay. */
  readonly effect: 'NoSchedule';
}

/** Nodes that Karpenter adds for pending pods and removes when they are not needed. */
export class KarpenterNodePool extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: NodePoolSpec }) {
    super(scope, id, { apiVersion: 'karpenter.sh/v1', kind: 'NodePool', metadata, spec });
  }
}
