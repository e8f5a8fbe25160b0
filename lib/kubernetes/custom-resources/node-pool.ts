import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** NodePool of Karpenter 1.x, as far as we use it. */
export interface NodePoolSpec {
  readonly template: {
    readonly metadata: { readonly labels: Readonly<Record<string, string>> };
    readonly spec: {
      readonly nodeClassRef: { readonly group: 'karpenter.k8s.aws'; readonly kind: 'EC2NodeClass'; readonly name: string };
      readonly requirements: readonly NodeRequirement[];
      readonly taints?: readonly NodeTaint[];
      readonly expireAfter: string;
      readonly terminationGracePeriod?: string;
    };
  };
  readonly limits: Readonly<Record<string, string>>;
  readonly disruption: {
    readonly consolidationPolicy: 'WhenEmpty' | 'WhenEmptyOrUnderutilized';
    readonly consolidateAfter: string;
    readonly budgets: readonly { readonly nodes: string }[];
  };
}

export interface NodeRequirement {
  readonly key: string;
  readonly operator: 'In';
  readonly values: readonly string[];
}

export interface NodeTaint {
  readonly key: string;
  readonly value?: string;
  readonly effect: 'NoSchedule';
}

export class KarpenterNodePool extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: NodePoolSpec }) {
    super(scope, id, { apiVersion: 'karpenter.sh/v1', kind: 'NodePool', metadata, spec });
  }
}
