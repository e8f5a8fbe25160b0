import type { GpuModel, Region } from '../model/options';
import type { RecoveryCheck } from './recovery';
import type { ServiceConnectProxy } from './resolved-component';

/** A service that starts in a standby region with fewer instances than the expected load needs. */
export interface StandbyService {
  /** Id of the service. */
  readonly component: string;
  /** Instances in the standby region. */
  readonly min: number;
  /** Instances that the expected load needs. */
  readonly expected: number;
}

/** A warning about a blueprint, as data; `output` words it. */
export type BlueprintWarning =
  /** The region lists no price for the GPU of the tier, so that another model is used. */
  | {
      readonly kind: 'gpu-substituted';
      /** GPU model of the tier. */
      readonly tierGpu: GpuModel | 'none';
      /** GPU model that the region has a price for. */
      readonly usedGpu: GpuModel | 'none';
      /** AWS region code. */
      readonly region: Region;
    }
  /** The class of a document store is chosen by prices of `pricedIn`, because `region` lists none: the estimate has derived prices. */
  | {
      readonly kind: 'document-store-priced-elsewhere';
      /** AWS region code of the deployment. */
      readonly region: string;
      /** AWS region code of the prices that decide the class. */
      readonly pricedIn: string;
    }
  /** A recovery objective of the document, compared with the time that the templates can achieve. */
  | {
      readonly kind: 'recovery';
      /** Recovery time objective (RTO) or recovery point objective (RPO). */
      readonly objective: 'RTO' | 'RPO';
      /** The objective with the time that the templates can achieve, seconds. */
      readonly check: RecoveryCheck;
    }
  | {
      readonly kind: 'standby-regions';
      /** AWS region codes of the standby regions, whose stacks are deployed too. */
      readonly regions: readonly Region[];
    }
  | {
      /** Requirements of a failover to a standby region, or resources that the region lacks. */
      readonly kind: 'manual-promotion' | 'images-in-each-region' | 'cdn-of-primary-region' | 'no-domain';
    }
  /** A step of a restore that must be done manually, for a component that `restoreFrom` names. */
  | {
      /** Kind of the data that was restored. */
      readonly kind: 'restored-password' | 'restored-volume-passwords' | 'restored-bucket';
      /** Id of the component that is restored. */
      readonly component: string;
    }
  | {
      readonly kind: 'standby-scale-out';
      /** The services, each with its number of instances. */
      readonly services: readonly StandbyService[];
    }
  | LargerTask
  | ConnectionWarning
  | StorageWarning
  | AccessWarning;

/** A warning about the addresses or services that have access to a part of a stack. */
export type AccessWarning =
  /** Ports that accept every address of the internet, such as `5060/udp`, and the load balancer or service that has them. */
  | {
      readonly kind: 'open-ports';
      /** Id of the load balancer or service. */
      readonly component: string;
      /** Ports with their protocol, such as `5060/udp`. */
      readonly ports: readonly string[];
    }
  /** Ports that accept private addresses only, because `clientCidrs` is not set. */
  | {
      readonly kind: 'private-ports';
      /** Id of the load balancer or service. */
      readonly component: string;
      /** Ports with their protocol, such as `5060/udp`. */
      readonly ports: readonly string[];
    }
  /** The public API endpoint of the EKS cluster accepts every address. `canLimit`: whether the tier supports `apiCidrs`. */
  | {
      readonly kind: 'open-api-endpoint';
      /** Whether the tier supports `apiCidrs`. */
      readonly canLimit: boolean;
    }
  /** The API endpoint of the EKS cluster accepts the VPC only, because `apiCidrs` is not set. */
  | { readonly kind: 'private-api-endpoint' }
  /** Services on the instances of a pool share a security group, so that each of them can connect to the components that another one uses. */
  | SharedSecurityGroup;

/** Number of vCPUs and memory of a container or of a task. */
export interface TaskShare {
  /** Number of vCPUs. */
  readonly vcpu: number;
  /** Memory, GiB. */
  readonly memoryGib: number;
}

/** A service whose Fargate task has more vCPUs because of the Service Connect proxy. */
export interface LargerTask {
  /** Kind of the warning. */
  readonly kind: 'larger-task';
  /** Id of the service. */
  readonly component: string;
  /** The size in the tier. */
  readonly service: TaskShare;
  /** The proxy in each task. */
  readonly proxy: ServiceConnectProxy;
  /** The task that holds both. */
  readonly task: TaskShare;
  /** The task that holds the service without the proxy. */
  readonly smallerTask: TaskShare;
  /** The size of the service with which the smaller task holds both. */
  readonly smallerService: TaskShare;
}

/** A component that nothing in its tier connects to, or whose connections are not counted. */
export interface ConnectionWarning {
  /** Kind of the warning. */
  readonly kind:
    | 'queue-without-sender'
    | 'queue-without-worker'
    | 'unused-store'
    | 'unreached-service'
    | 'pool-without-database'
    | 'database-without-pool';
  /** Id of the component. */
  readonly component: string;
}

/** Storage that is smaller than the data of a workload, or faster than an instance class. */
export type StorageWarning =
  /** Buckets with less storage than the uploads of one month. */
  | {
      readonly kind: 'uploads-beyond-storage';
      /** Ids of the buckets of the tier. */
      readonly buckets: readonly string[];
      /** Storage of these buckets in the tier, GiB. */
      readonly storageGib: number;
      /** Uploads of one month on average, GiB. */
      readonly uploadedGibPerMonth: number;
    }
  /** Provisioned IOPS above those that the instance class has all the time. */
  | {
      readonly kind: 'unused-iops';
      /** Id of the database. */
      readonly component: string;
      /** Provisioned IOPS. */
      readonly iops: number;
      /** Instance class. */
      readonly instanceClass: string;
      /** IOPS that the class has all the time. */
      readonly baselineIops: number;
    };

/** A security group that several services share. */
export interface SharedSecurityGroup {
  /** Kind of the warning. */
  readonly kind: 'shared-security-group';
  /** Id of the node pool. */
  readonly pool: string;
  /** Ids of the services on the instances of the pool. */
  readonly services: readonly string[];
  /** Ids of the data stores and services that some of the services use, and all of them can connect to. */
  readonly reachable: readonly string[];
}
