/** Requirement on an instance type. */
export type Requirement =
  | {
      /** The subject of the requirement. */
      readonly kind: 'nodes';
      /** Instances of services at the expected load that the nodes run. */
      readonly instances: number;
      /** vCPU of all these instances together. */
      readonly vcpu: number;
      /** Memory of all these instances together, GiB. */
      readonly memoryGib: number;
      /** GPUs of all these instances together. */
      readonly gpus: number;
      /** GPU model that is required; absent where none is. */
      readonly gpuModel?: string;
      /** The least number of nodes. */
      readonly minNodes: number;
      /** The most nodes; absent without a limit. */
      readonly maxNodes?: number;
      /** CPU architecture of the images. */
      readonly architecture: 'amd64' | 'arm64';
      /** The only type that is considered; absent where every type is. */
      readonly pinnedType?: string;
    }
  | {
      readonly kind: 'data-store-node';
      /** Least vCPU of a node. */
      readonly vcpu: number;
      /** Least memory of a node, GiB. */
      readonly memoryGib: number;
      /** The only type that is considered; absent where every type is. */
      readonly pinnedType?: string;
    };

/** Size and price of a candidate. */
export type CandidateCost =
  | {
      /** The subject of the candidate. */
      readonly kind: 'nodes';
      /** Nodes at the expected load. */
      readonly nodes: number;
      /** Price of one node, US dollars per hour, as in the price list. */
      readonly hourlyUsd: string;
    }
  | {
      readonly kind: 'data-store-node';
      /** vCPU of one node. */
      readonly vcpu: number;
      /** Memory of one node, GiB. */
      readonly memoryGib: number;
      /** Price of one node, US dollars per hour, as in the price list. */
      readonly hourlyUsd: string;
    };

/** Why the chosen type was chosen: always as the cheapest of those that meet the requirement. */
export interface ChosenReason {
  /** Why the type was chosen. */
  readonly kind: 'cheapest';
  /** Its size and price. */
  readonly cost: CandidateCost;
  /** Number of types that meet the requirement, including this one. */
  readonly candidates: number;
}

/** Why a type was not chosen. */
export type RejectionReason =
  /** Meets the requirement and costs more, nodes with their root volumes, public addresses and CPU credits: `extraShare` of 0.1 is 10% more. */
  | {
      readonly kind: 'more-expensive';
      /** Size and price of the rejected type. */
      readonly cost: CandidateCost;
      /** Extra cost compared with the chosen type, as a share: 0.1 is 10%. */
      readonly extraShare: number;
    }
  /** Costs the same; fewer nodes, then a lower cost at the maximum, then the name in alphabetical order decided. */
  | {
      readonly kind: 'same-price';
      /** Size and price of the rejected type. */
      readonly cost: CandidateCost;
    }
  /** Another type is pinned. */
  | { readonly kind: 'not-pinned' }
  /** Previous generation, or built for a special purpose. */
  | { readonly kind: 'family-not-offered' }
  | { readonly kind: 'bare-metal' }
  | {
      readonly kind: 'gpu-missing';
      /** The required GPU model, such as `t4`. */
      readonly gpuModel: string;
    }
  | { readonly kind: 'gpu-unused' }
  | {
      readonly kind: 'other-architecture';
      /** CPU architecture of the images. */
      readonly required: 'amd64' | 'arm64';
    }
  /** Burstable types are excluded from tiers for production. */
  | { readonly kind: 'burstable-excluded' }
  | {
      readonly kind: 'too-few-vcpu';
      /** vCPU of one node of the rejected type. */
      readonly vcpu: number;
      /** Least vCPU of a node. */
      readonly requiredVcpu: number;
    }
  | {
      readonly kind: 'too-little-memory';
      /** Memory of one node of the rejected type, GiB. */
      readonly memoryGib: number;
      /** Least memory of a node, GiB. */
      readonly requiredMemoryGib: number;
    }
  /** One instance of a service needs more of a resource than a node has. */
  | {
      readonly kind: 'too-small-for-instance';
      /** The resource that is too small. */
      readonly resource: 'vcpu' | 'memoryMib' | 'gpus';
      /** Amount of a node that instances of services can use. */
      readonly allocatable: number;
      /** Amount that the largest instance of a service needs. */
      readonly required: number;
    }
  /** The system's own pods take all pods that a node may run. */
  | { readonly kind: 'no-free-pods' }
  /** The instances of services don't fit on the maximum number of nodes. */
  | {
      readonly kind: 'too-many-nodes';
      /** The most nodes that the pool may have. */
      readonly maxNodes: number;
    };
