import type { OtherProvider } from './other-provider';

/** An assumption about the objects of a cluster, as data; `output` words it. */
export type ClusterWarning =
  /** An autoscaler without a declared number of pods: mid is `replicas`, otherwise its minimum, and high is its maximum. */
  | { readonly kind: 'autoscaled-pods-undeclared' }
  /** Jobs, whose running time no manifest contains: only the high estimate includes their pods. */
  | { readonly kind: 'jobs-only-in-high' }
  /** A storage class that no manifest defines, and the volume type whose price its volumes have. */
  | {
      readonly kind: 'storage-class-unknown';
      /** Name of the storage class. */
      readonly storageClass: string;
      /** EBS volume type, such as `gp3`. */
      readonly pricedAs: string;
    }
  /** A VerticalPodAutoscaler that changes requests of a workload, by measurements that no manifest contains. */
  | {
      readonly kind: 'requests-set-by-autoscaler';
      /** Name of the VerticalPodAutoscaler. */
      readonly autoscaler: string;
      /** Kind and name of the workload. */
      readonly workload: string;
    }
  /** Manifests for another provider, and a label or class of them that states it. */
  | {
      readonly kind: 'other-provider';
      /** The provider that the manifests are written for. */
      readonly provider: OtherProvider;
      /** The label or class that states the provider. */
      readonly mark: string;
    };
