import type { SkippedFile } from '../manifests/skipped-file';
import type { RangeCause } from '../pricing/estimate';
import type { ClusterWarning } from '../scheduling/cluster-warning';
import type { AssumedRequests } from './assumed-requests';
import type { HandledWorkload, MoreInstances } from './handled-workload';
import type { NamedContainers } from './named-containers';

/** A warning: a fact that a reader must know to use an answer correctly, as data; `output` words it. */
export type AnswerWarning =
  | DeploymentWarning
  | EstimateWarning
  | PoolWarning
  | ClusterWarning
  | HandledWorkloadWarning
  | MoreInstancesWarning
  | UncountedWarning;

/** A tier that is less than 90% likely to handle the workload that its estimate is for. */
export interface HandledWorkloadWarning extends HandledWorkload {
  /** Kind of the warning. */
  readonly kind: 'workload-not-handled';
  /** Id of the tier. */
  readonly tier: string;
}

/** A tier whose estimate has fewer instances than its workload needs, because it states no expected number of them. */
export interface MoreInstancesWarning {
  /** Kind of the warning. */
  readonly kind: 'expected-instances-missing';
  /** Id of the tier. */
  readonly tier: string;
  /** The services. */
  readonly services: readonly MoreInstances[];
}

/** Operations that a workload gives no amount of, and whose usual amount is 0. */
export interface UncountedWarning {
  /** Kind of the warning. */
  readonly kind: 'operations-not-counted';
  /** Ids of the operations. */
  readonly operations: readonly string[];
}

/** Public subnets of an imported VPC, as far as their ids are known before a deployment. */
export interface PublicSubnets {
  /** Region of the VPC. */
  readonly region: string;
  /** Ids of the subnets. Absent: they are known only at deployment. */
  readonly subnetIds?: readonly string[];
  /** Id of the VPC. Absent: it is known only at deployment. */
  readonly vpcId?: string;
}

/** A warning about the deployment of a tier. */
export type DeploymentWarning =
  /** The single host serves HTTP without TLS, because it has no load balancer. */
  | { readonly kind: 'host-without-tls' }
  /** A load balancer without a certificate. */
  | {
      readonly kind: 'entry-without-tls';
      /** Id of the load balancer. */
      readonly component: string;
    }
  /** No IAM principal but the one that deploys has access to the EKS cluster. */
  | { readonly kind: 'no-cluster-admins' }
  /** Nodes are in public subnets of an imported VPC, which may assign no public addresses. */
  | ({ readonly kind: 'nodes-in-public-subnets' } & PublicSubnets)
  /** Services that run the placeholder image. */
  | {
      readonly kind: 'placeholder-images';
      /** Ids of the services. */
      readonly services: readonly string[];
    };

/** Where a mapping has a key twice. */
export interface DuplicateKeyPlace {
  /** Kind of the file. */
  readonly of: 'template' | 'manifest';
  /** Path of the file. */
  readonly file: string;
  /** The key. */
  readonly key: string;
  /** `line 3, column 14` */
  readonly place: string;
}

/** A warning about the scope of an estimate. */
export type EstimateWarning =
  /** The stack is in a VPC that another stack has. */
  | { readonly kind: 'existing-vpc-excluded' }
  /** Estimates of manifests exclude the network around the cluster. */
  | { readonly kind: 'network-excluded' }
  /** Declared usage that is excluded, because the manifests do not contain its objects: `entry requests`. */
  | {
      readonly kind: 'declared-usage-excluded';
      /** Each as component id and usage, such as `entry requests`. */
      readonly usage: readonly string[];
    }
  /** No usage is declared: lines that are priced by usage have unit prices only. */
  | {
      readonly kind: 'usage-undeclared';
      /** Kind of the estimated files. */
      readonly of: 'manifests' | 'templates';
    }
  /** Requests that no manifest states are the given defaults. */
  | ({ readonly kind: 'requests-assumed' } & AssumedRequests)
  /** Requests that no manifest states are those that an autoscaler recommends. */
  | ({ readonly kind: 'requests-recommended' } & AssumedRequests)
  /** Containers without requests that no autoscaler recommends any for. */
  | {
      readonly kind: 'requests-not-recommended';
      /** The workloads, each with the names of its containers. */
      readonly workloads: readonly NamedContainers[];
    }
  /** Recommendations for containers that the manifests do not contain. */
  | {
      readonly kind: 'recommendations-unmatched';
      /** The workloads, each with the names of its containers. */
      readonly workloads: readonly NamedContainers[];
    }
  /** The region is unknown, so that prices of another one are used. */
  | {
      readonly kind: 'region-unknown';
      /** AWS region code whose prices are used. */
      readonly pricedIn: string;
    }
  /** A key that a mapping has twice: the last one counts. */
  | ({ readonly kind: 'duplicate-key' } & DuplicateKeyPlace)
  /** Lock files of packages that differ between a revision and the working tree, whose packages both were synthesized with. */
  | {
      readonly kind: 'lock-files-changed';
      /** The revision, as the request names it. */
      readonly base: string;
      /** Paths of the lock files, relative to the repository. */
      readonly files: readonly string[];
    }
  /** Files of a folder that are not manifests. */
  | {
      readonly kind: 'files-skipped';
      /** The files, each with the reason. */
      readonly skipped: readonly SkippedFile[];
    }
  /** A value that is known only at deployment, and that the total depends on. */
  | ({ readonly kind: 'undecided-value' } & RangeCause)
  /** Each stack is estimated at the prices of its own region. */
  | {
      readonly kind: 'stacks-in-several-regions';
      /** AWS region codes. */
      readonly regions: readonly string[];
    };

/** A warning about the nodes that an estimate of manifests assumes. */
export type PoolWarning =
  /** The manifests contain no NodePool, so that usual families are assumed. */
  | { readonly kind: 'no-node-pool' }
  /** The requested instance types replace the NodePools of the manifests. */
  | {
      readonly kind: 'node-pools-ignored';
      /** Number of NodePools in the manifests, 1 or more. */
      readonly pools: number;
    }
  /** Pods require labels that no manifest gives a node: the nodes are assumed to have them. */
  | {
      readonly kind: 'node-labels-assumed';
      /** The labels, as `team=data`. */
      readonly labels: readonly string[];
    }
  /** A pool that can use spot capacity is estimated at on-demand prices. */
  | {
      readonly kind: 'spot-at-on-demand-price';
      /** Name of the NodePool. */
      readonly pool: string;
    }
  /** A pool that allows no instance type with a price in the region. */
  | {
      readonly kind: 'pool-without-priced-type';
      /** Name of the NodePool. */
      readonly pool: string;
    }
  /** Pods of one node request more ephemeral storage than its volumes have. */
  | {
      readonly kind: 'node-volumes-too-small';
      /** Workloads of these pods, as `shop/Deployment/web`. */
      readonly workloads: readonly string[];
      /** The largest request of the pods of one node, GiB, rounded up. */
      readonly requestedGib: number;
      /** Size of the volumes of a node, GiB. */
      readonly volumesGib: number;
    }
  /** No pool of the manifests accepts the pods of CoreDNS, which EKS runs: they are on nodes that no manifest contains. */
  | { readonly kind: 'system-pods-elsewhere' }
  | PoolLimitWarning;

/** A pool whose nodes exceed its limit at the high end. */
export interface PoolLimitWarning {
  /** Kind of the warning. */
  readonly kind: 'pool-limit-exceeded';
  /** Id of the pool. */
  readonly pool: string;
  /** The limited resource; its unit is one vCPU, one GiB or one GPU. */
  readonly resource: 'cpu' | 'memory' | 'gpu';
  /** The limit. */
  readonly limit: number;
  /** The amount that the nodes have at the high end, rounded up. */
  readonly amount: number;
}
