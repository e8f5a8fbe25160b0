/** An amount that an object requires of the cluster. */
export type ObjectAmount =
  | 'pods'
  | 'requested-cpu-thousandths'
  | 'requested-gpus'
  | 'requested-memory-bytes'
  | 'volume-size-gib'
  | 'volumes';

/** Why the demand of an object, and so its price, is unknown: data for code, which `output` words. */
export type ObjectProblem =
  /** A problem of one part of a custom resource, such as `mongos`. */
  | {
      readonly kind: 'of-part';
      /** Field of the custom resource that the part is in. */
      readonly part: string;
      /** The problem of that part. */
      readonly problem: ObjectProblem;
    }
  /** A pod without containers. */
  | { readonly kind: 'no-containers' }
  /** A container without requests of these resources. */
  | {
      readonly kind: 'no-requests';
      /** Name of the container. */
      readonly container: string;
      /** Resources without a request, such as `cpu`. */
      readonly resources: readonly string[];
    }
  /** A container that requests a device that no known instance type has. */
  | {
      readonly kind: 'unknown-device';
      /** Name of the container. */
      readonly container: string;
      /** Extended resource of the device, such as `nvidia.com/gpu`. */
      readonly resource: string;
    }
  /** A pod that claims devices, which DeviceClasses and drivers of the cluster define. */
  | { readonly kind: 'device-claims' }
  /** A request that is not a quantity of at least 0. */
  | {
      readonly kind: 'invalid-request';
      /** Name of the container. */
      readonly container: string;
      /** Resource that is requested, such as `memory`. */
      readonly resource: string;
      /** The value as it is written. */
      readonly value: string;
    }
  /** An amount that is negative, not finite, or larger than a cluster can have. */
  | {
      readonly kind: 'out-of-range';
      /** The amount, whose name contains its unit. */
      readonly amount: ObjectAmount;
      /** The value, in the unit of the amount. */
      readonly value: number;
      /** Largest accepted value, in the unit of the amount. */
      readonly max: number;
    }
  /** A size of an EBS volume that its type does not offer. */
  | {
      readonly kind: 'size-not-offered';
      /** EBS volume type, such as `st1`. */
      readonly type: string;
      /** Requested size, GiB. */
      readonly sizeGib: number;
      /** Smallest size of the type, GiB. */
      readonly least: number;
      /** Largest size of the type, GiB. */
      readonly most: number;
    }
  /** A number of pods or volumes that is not a whole number. */
  | {
      readonly kind: 'not-whole';
      /** The amount, whose name contains its unit. */
      readonly amount: ObjectAmount;
      /** The value, in the unit of the amount. */
      readonly value: number;
    }
  /** The operator of a custom resource creates a load balancer of unknown type. */
  | { readonly kind: 'load-balancer-of-operator' }
  /** A NodePool with a fixed number of nodes. */
  | { readonly kind: 'fixed-node-count' }
  /** A volume or claim without a size. */
  | { readonly kind: 'no-size' }
  /** An Ingress without a class. */
  | { readonly kind: 'no-ingress-class' }
  /** A Gateway of a class without a known controller. */
  | {
      readonly kind: 'unknown-gateway-class';
      /** Name of the GatewayClass. */
      readonly className: string;
    }
  /** A Service of a load balancer class without a known controller. */
  | {
      readonly kind: 'unknown-load-balancer-class';
      /** The `loadBalancerClass`. */
      readonly className: string;
    }
  /** A Gateway of a controller whose load balancers are unknown. */
  | {
      readonly kind: 'unknown-gateway-controller';
      /** Controller name of the GatewayClass. */
      readonly controller: string;
    }
  /** Pods on Fargate, which have no nodes. */
  | { readonly kind: 'on-fargate' }
  /** Pods on nodes of Windows, whose prices include a license. */
  | { readonly kind: 'on-windows' }
  /** A Rollout of a workload that is not among the manifests. */
  | {
      readonly kind: 'missing-workload';
      /** Name of the workload. */
      readonly name: string;
    }
  /** An object of a kind without a reader. */
  | { readonly kind: 'unknown-kind' };

/** Why the price of a volume is unknown: data for code, which `output` words. */
export type StorageProblem =
  /** A storage class of a type with provisioned IOPS that states none. */
  | {
      readonly kind: 'class-without-iops';
      /** Name of the StorageClass. */
      readonly storageClass: string;
      /** EBS volume type, such as `io2`. */
      readonly type: string;
    }
  /** The claim of a pod states no size. */
  | {
      readonly kind: 'claim-without-size';
      /** Name of the PersistentVolumeClaim. */
      readonly claim: string;
    }
  /** A volume of a custom resource states no size. */
  | {
      readonly kind: 'volume-without-size';
      /** Name of the volume. */
      readonly volume: string;
    }
  /** The storage class has a provisioner whose prices are unknown. */
  | {
      readonly kind: 'unknown-provisioner';
      /** Name of the StorageClass. */
      readonly storageClass: string;
      /** Provisioner of the StorageClass. */
      readonly provisioner: string;
    }
  /** The prices of the driver of a PersistentVolume are unknown. Without `driver`: of its volume type. */
  | {
      readonly kind: 'unknown-driver';
      /** CSI driver of the PersistentVolume. Absent: its volume type has no driver. */
      readonly driver?: string;
    };
