import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { ContainerResources, SecretKeySelector, StringMap } from './shared-types';

/** Fields of a CloudNativePG Cluster (1.26 and later) that the charts set. */
export interface ClusterSpec {
  /** PostgreSQL servers: the primary and its replicas. */
  readonly instances: number;
  /** Container image of PostgreSQL. */
  readonly imageName: string;
  /** Metadata that the operator copies to all objects that it creates. */
  readonly inheritedMetadata: {
    /** Labels of the pods, which network policies select. */
    readonly labels: StringMap;
  };
  /** Configuration of the server. */
  readonly postgresql: {
    /** Lines of `postgresql.conf`. */
    readonly parameters: StringMap;
    /** Synchronous replication. Absent: a single instance has no replica to wait for. */
    readonly synchronous?: {
      /** `any`: a quorum of the replicas, not the first in a list. */
      readonly method: 'any';
      /** Replicas that must confirm a commit. */
      readonly number: number;
      /** `required`: writes stop without a replica. `preferred`: they continue. */
      readonly dataDurability: 'required' | 'preferred';
    };
  };
  /** Source of the data when the cluster is created. */
  readonly bootstrap:
    | {
        /** A new, empty database. */
        readonly initdb: {
          /** Name of the application's database. */
          readonly database: string;
          /** Role that owns the database. */
          readonly owner: string;
          /** Secret with the keys `username` and `password` of the owner. */
          readonly secret: {
            /** Name of the Secret. */
            readonly name: string;
          };
          /** Whether pages have checksums. */
          readonly dataChecksums: true;
        };
      }
    | {
        /** A copy of another cluster, restored from its object storage. */
        readonly recovery: {
          /** Name of the external cluster to restore. */
          readonly source: string;
          /** Name of the application's database. */
          readonly database: string;
          /** Role that owns the database. */
          readonly owner: string;
          /** Secret with the keys `username` and `password` of the owner. */
          readonly secret: {
            /** Name of the Secret. */
            readonly name: string;
          };
        };
      };
  /** Makes this a replica cluster of another one. Absent: a cluster with a primary. */
  readonly replica?: {
    /** While true, the cluster follows the source and accepts no writes. */
    readonly enabled: boolean;
    /** Name of the external cluster to follow. */
    readonly source: string;
  };
  /** Clusters outside of this one, to restore or follow. */
  readonly externalClusters?: readonly {
    /** Name that `bootstrap` and `replica` refer to. */
    readonly name: string;
    /** Plugin that reads the backups of the cluster. */
    readonly plugin: {
      /** Name of the plugin. */
      readonly name: string;
      /** Parameters of the plugin: the ObjectStore and the server name in it. */
      readonly parameters: StringMap;
    };
  }[];
  /** Plugins that the instances load. */
  readonly plugins: readonly {
    /** Name of the plugin. */
    readonly name: string;
    /** Whether the plugin archives the write-ahead log. */
    readonly isWALArchiver: boolean;
    /** Parameters of the plugin: the ObjectStore to archive to. */
    readonly parameters: StringMap;
  }[];
  /** Volume of each instance. */
  readonly storage: {
    /** Size as a Kubernetes quantity. */
    readonly size: string;
    /** StorageClass of the volume. */
    readonly storageClass: string;
  };
  /** Requests and limits of each instance. */
  readonly resources: ContainerResources;
  /** Nodes that the pods may run on. */
  readonly affinity: {
    /** Whether the operator adds anti-affinity between the instances. */
    readonly enablePodAntiAffinity: boolean;
    /** `required`: an instance without a node of its own stays pending. */
    readonly podAntiAffinityType: 'preferred' | 'required';
    /** Topology key of the anti-affinity, such as `kubernetes.io/hostname`. */
    readonly topologyKey: string;
    /** Labels that a node must have. */
    readonly nodeSelector?: StringMap;
    /** Taints that the pods tolerate. */
    readonly tolerations?: readonly k8s.Toleration[];
  };
  /** Spread of the instances over zones. */
  readonly topologySpreadConstraints: readonly k8s.TopologySpreadConstraint[];
  /** PriorityClass of the pods. */
  readonly priorityClassName: string;
}

/** A PostgreSQL primary and its replicas. */
export class Cluster extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: ClusterSpec }) {
    super(scope, id, { apiVersion: 'postgresql.cnpg.io/v1', kind: 'Cluster', metadata, spec });
  }
}

/** Fields of a CloudNativePG Pooler that the charts set. Its name must differ from that of every Cluster. */
interface PoolerSpec {
  /** Cluster that connections are pooled for. */
  readonly cluster: {
    /** Name of the Cluster. */
    readonly name: string;
  };
  /** PgBouncer pods. */
  readonly instances: number;
  /** `rw`: connects to the primary. */
  readonly type: 'rw';
  /** Configuration of PgBouncer. */
  readonly pgbouncer: {
    /** `transaction`: a server connection is assigned for one transaction. */
    readonly poolMode: 'transaction';
    /** Options of `pgbouncer.ini`. */
    readonly parameters: StringMap;
  };
  /** Pod template that the operator completes. */
  readonly template: {
    /** Spec of the pods. */
    readonly spec: {
      /** The container `pgbouncer`, merged by name. */
      readonly containers: readonly {
        /** Name of the operator's container. */
        readonly name: 'pgbouncer';
        /** Container image of PgBouncer. */
        readonly image: string;
        /** Requests and limits of PgBouncer. */
        readonly resources: ContainerResources;
      }[];
      /** PriorityClass of the pods. */
      readonly priorityClassName: string;
      /** Labels that a node must have. */
      readonly nodeSelector?: StringMap;
      /** Taints that the pods tolerate. */
      readonly tolerations?: readonly k8s.Toleration[];
    };
  };
}

/** PgBouncer in front of a Cluster. */
export class Pooler extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: PoolerSpec }) {
    super(scope, id, { apiVersion: 'postgresql.cnpg.io/v1', kind: 'Pooler', metadata, spec });
  }
}

/** Fields of a CloudNativePG ScheduledBackup that the charts set. */
interface ScheduledBackupSpec {
  /** Cluster to back up. */
  readonly cluster: {
    /** Name of the Cluster. */
    readonly name: string;
  };
  /** Cron expression with six fields, seconds first, in UTC. */
  readonly schedule: string;
  /** `self`: backups are deleted with this object. */
  readonly backupOwnerReference: 'self';
  /** `plugin`: a plugin makes the backup. */
  readonly method: 'plugin';
  /** Plugin that makes the backup. */
  readonly pluginConfiguration: {
    /** Name of the plugin. */
    readonly name: string;
  };
}

/** Base backups of a Cluster on a schedule. */
export class ScheduledBackup extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: ScheduledBackupSpec },
  ) {
    super(scope, id, { apiVersion: 'postgresql.cnpg.io/v1', kind: 'ScheduledBackup', metadata, spec });
  }
}

/** Fields of an ObjectStore of the Barman Cloud plugin that the charts set. */
interface ObjectStoreSpec {
  /** Destination and format of the backups. */
  readonly configuration: {
    /** `s3://<bucket>/<prefix>`. */
    readonly destinationPath: string;
    /** Access to the bucket: the role of the pods, or access keys in a Secret. */
    readonly s3Credentials:
      | {
          /** Whether the pods use their IAM role. */
          readonly inheritFromIAMRole: true;
        }
      | {
          /** Access key ID. */
          readonly accessKeyId: SecretKeySelector;
          /** Secret access key. */
          readonly secretAccessKey: SecretKeySelector;
        };
    /** Archive of the write-ahead log. */
    readonly wal: {
      /** Compression of each segment. */
      readonly compression: 'gzip';
    };
    /** Base backups. */
    readonly data: {
      /** Compression of each base backup. */
      readonly compression: 'gzip';
    };
  };
  /** Age at which backups are deleted, such as `7d`. Absent: the plugin deletes none. */
  readonly retentionPolicy?: string;
  /** The sidecar that the plugin adds to each instance. */
  readonly instanceSidecarConfiguration: {
    /** Environment variables of the sidecar. */
    readonly env: readonly {
      /** Name of the variable. */
      readonly name: string;
      /** Value of the variable. */
      readonly value: string;
    }[];
    /** Requests and limits of the sidecar. */
    readonly resources: ContainerResources;
  };
}

/** Object storage for base backups and the write-ahead log. */
export class ObjectStore extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: ObjectStoreSpec }) {
    super(scope, id, { apiVersion: 'barmancloud.cnpg.io/v1', kind: 'ObjectStore', metadata, spec });
  }
}
