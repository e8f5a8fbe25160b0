import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { ContainerResources, SecretKeySelector, StringMap } from './shared-types';

/** Fields of a MariaDB of mariadb-operator 26 that the charts set. */
export interface MariaDBSpec {
  /** Container image of MariaDB. */
  readonly image: string;
  /** Password of `root`. */
  readonly rootPasswordSecretKeyRef: SecretKeySelector;
  /** Database that the operator creates. */
  readonly database: string;
  /** User that the operator creates, with all privileges on the database. */
  readonly username: string;
  /** Password of the user. */
  readonly passwordSecretKeyRef: SecretKeySelector;
  /** Content of `my.cnf`. */
  readonly myCnf: string;
  /** Servers: the primary and its replicas. */
  readonly replicas: number;
  /** Replication between the servers. Absent: a single server. */
  readonly replication?: {
    /** Whether the operator configures replication. */
    readonly enabled: true;
    /** The primary. */
    readonly primary: {
      /** Whether the operator promotes a replica when the primary fails. */
      readonly autoFailover: boolean;
    };
    /** The replicas. */
    readonly replica: {
      /** Password of the replication user. */
      readonly replPasswordSecretKeyRef: SecretKeySelector;
      /** Replication lag in seconds above which a replica is not ready. */
      readonly maxLagSeconds: number;
      /** Source of the data of a new replica. */
      readonly bootstrapFrom: {
        /** PhysicalBackup whose settings are used for the copy. */
        readonly physicalBackupTemplateRef: {
          /** Name of the PhysicalBackup. */
          readonly name: string;
        };
      };
      /** Repair of replicas that cannot continue. */
      readonly recovery: {
        /** Whether the operator rebuilds such a replica. */
        readonly enabled: boolean;
      };
    };
    /** Whether servers refuse transactions out of GTID order. */
    readonly gtidStrictMode: boolean;
    /** Whether a commit waits until a replica has received it. */
    readonly semiSyncEnabled: boolean;
    /** How long a commit waits before replication becomes asynchronous, such as `10s`. */
    readonly semiSyncAckTimeout: string;
    /** `AfterSync`: other sessions see a commit after the replica has confirmed it. */
    readonly semiSyncWaitPoint: 'AfterSync';
    /** Commits after which the binary log is flushed to disk. */
    readonly syncBinlog: number;
  };
  /** Volume of each server. */
  readonly storage: {
    /** Size as a Kubernetes quantity. */
    readonly size: string;
    /** StorageClass of the volume. */
    readonly storageClassName: string;
  };
  /** Requests and limits of each server. */
  readonly resources: ContainerResources;
  /** Metadata of the pods. */
  readonly podMetadata: {
    /** Labels of the pods, which network policies select. */
    readonly labels: StringMap;
  };
  /** PodDisruptionBudget of the servers. Absent: the operator's default. */
  readonly podDisruptionBudget?: {
    /** Servers that evictions may stop at the same time. */
    readonly maxUnavailable: number;
  };
  /** Nodes that the pods may run on. */
  readonly affinity: {
    /** Whether each server requires a node of its own. */
    readonly antiAffinityEnabled: boolean;
  };
  /** Spread of the servers over zones. */
  readonly topologySpreadConstraints: readonly k8s.TopologySpreadConstraint[];
  /** Labels that a node must have. */
  readonly nodeSelector?: StringMap;
  /** Taints that the pods tolerate. */
  readonly tolerations?: readonly k8s.Toleration[];
  /** PriorityClass of the pods. */
  readonly priorityClassName: string;
  /** TLS of client connections. */
  readonly tls: {
    /** Whether the operator issues certificates and enables TLS. */
    readonly enabled: boolean;
    /** Whether connections without TLS are refused. */
    readonly required: boolean;
  };
  /** Order in which changed pods are replaced. */
  readonly updateStrategy: {
    /** `ReplicasFirstPrimaryLast`: the primary is replaced last. */
    readonly type: 'ReplicasFirstPrimaryLast';
  };
}

/** A MariaDB primary and its replicas. */
export class MariaDB extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: MariaDBSpec }) {
    super(scope, id, { apiVersion: 'k8s.mariadb.com/v1alpha1', kind: 'MariaDB', metadata, spec });
  }
}

/** Fields of a PhysicalBackup of mariadb-operator 26 that the charts set. */
interface PhysicalBackupSpec {
  /** MariaDB to back up. */
  readonly mariaDbRef: {
    /** Name of the MariaDB. */
    readonly name: string;
  };
  /** `PreferReplica`: a ready replica, otherwise the primary. */
  readonly target: 'PreferReplica';
  /** Time of the backups. */
  readonly schedule: {
    /** Cron expression in UTC. */
    readonly cron: string;
    /** Whether the schedule is paused. */
    readonly suspend: boolean;
    /** Whether the first backup is made when the object is created. */
    readonly immediate: boolean;
  };
  /** Compression of the files. */
  readonly compression: 'gzip';
  /** Age at which backups are deleted, as a Go duration such as `168h0m0s`. */
  readonly maxRetention: string;
  /** Destination of the backups. */
  readonly storage: {
    /** Object storage. */
    readonly s3: {
      /** Name of the bucket. */
      readonly bucket: string;
      /** Folder in the bucket. */
      readonly prefix: string;
      /** Host name of the S3 endpoint. */
      readonly endpoint: string;
      /** Region of the bucket. */
      readonly region: string;
      /** Access key ID. Absent: the role of the pods. */
      readonly accessKeyIdSecretKeyRef?: SecretKeySelector;
      /** Secret access key. Absent: the role of the pods. */
      readonly secretAccessKeySecretKeyRef?: SecretKeySelector;
      /** TLS of the connection to the endpoint. */
      readonly tls: {
        /** Whether the connection uses TLS. */
        readonly enabled: boolean;
      };
    };
  };
  /** Temporary volume for the files before they are uploaded. */
  readonly stagingStorage: {
    /** Claim of the volume. */
    readonly persistentVolumeClaim: {
      /** Access modes of the volume. */
      readonly accessModes: readonly ['ReadWriteOnce'];
      /** StorageClass of the volume. */
      readonly storageClassName: string;
      /** Amount of storage. */
      readonly resources: {
        /** `storage` as a Kubernetes quantity. */
        readonly requests: StringMap;
      };
    };
  };
  /** Metadata of the job's pods. */
  readonly podMetadata: {
    /** Labels of the pods, which network policies select. */
    readonly labels: StringMap;
  };
  /** Requests and limits of the job. */
  readonly resources: ContainerResources;
}

/** Backups of the files of a MariaDB on a schedule. New replicas start from the latest one. */
export class PhysicalBackup extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: PhysicalBackupSpec },
  ) {
    super(scope, id, { apiVersion: 'k8s.mariadb.com/v1alpha1', kind: 'PhysicalBackup', metadata, spec });
  }
}
