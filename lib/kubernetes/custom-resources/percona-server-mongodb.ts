import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import { plainValues } from './plain-values';
import type { ContainerResources, SecretKeySelector, StringMap } from './shared-types';

/** Fields of a PerconaServerMongoDB of Percona Operator for MongoDB 1.23 that the charts set. */
interface PerconaServerMongoDbSpec {
  /** Version of the operator whose behavior the resource is written for. */
  readonly crVersion: string;
  /** Container image of MongoDB. */
  readonly image: string;
  /** When the images are pulled. */
  readonly imagePullPolicy: 'IfNotPresent';
  /** Security context of the init containers. */
  readonly initContainerSecurityContext: k8s.SecurityContext;
  /** Permits sizes that the operator refuses by default. Absent: the sizes are within its limits. */
  readonly unsafeFlags?: {
    /** Permits a replica set with fewer than three members. */
    readonly replsetSize?: boolean;
    /** Permits fewer than two routers. */
    readonly mongosSize?: boolean;
  };
  /** `SmartUpdate`: replaces the secondaries first and the primary last. */
  readonly updateStrategy: 'SmartUpdate';
  /** Whether the operator expands the volumes when the size in the resource increases. */
  readonly enableVolumeExpansion: boolean;
  /** Automatic upgrades of MongoDB. */
  readonly upgradeOptions: {
    /** `disabled`: the version changes only with this resource. */
    readonly apply: 'disabled';
  };
  /** TLS of connections. */
  readonly tls: {
    /** `preferTLS`: also accepts connections without TLS. `requireTLS`: refuses them. */
    readonly mode: 'preferTLS' | 'requireTLS';
  };
  /** Users that the operator creates. */
  readonly users: readonly PerconaMongoUser[];
  /** Replica sets: one, or one for each shard. */
  readonly replsets: readonly (PerconaReplset & {
    /** Name of the replica set. */
    readonly name: string;
  })[];
  /** Sharding. */
  readonly sharding: {
    /** Whether the cluster is sharded. */
    readonly enabled: boolean;
    /** Config servers. Absent: not sharded. */
    readonly configsvrReplSet?: PerconaReplset;
    /** Routers. Absent: not sharded. */
    readonly mongos?: PerconaMongos;
  };
  /** Backups. */
  readonly backup: PerconaMongoBackup;
}

/** User that the operator creates. */
interface PerconaMongoUser {
  /** Name of the user. */
  readonly name: string;
  /** Database that authenticates the user. */
  readonly db: string;
  /** Password of the user. */
  readonly passwordSecretRef: SecretKeySelector;
  /** Roles of the user. */
  readonly roles: readonly {
    /** Name of the role. */
    readonly name: string;
    /** Database that the role is defined in. */
    readonly db: string;
  }[];
}

/** Fields that all kinds of pods of the resource have. */
export interface PerconaPods {
  /** Number of pods. */
  readonly size: number;
  /** Nodes that the pods may run on. */
  readonly affinity: {
    /** Topology key of the anti-affinity, such as `kubernetes.io/hostname`. */
    readonly antiAffinityTopologyKey: string;
  };
  /** Spread of the pods over zones. Absent: a single pod. */
  readonly topologySpreadConstraints?: readonly k8s.TopologySpreadConstraint[];
  /** Labels that a node must have. */
  readonly nodeSelector?: StringMap;
  /** Taints that the pods tolerate. */
  readonly tolerations?: readonly k8s.Toleration[];
  /** PriorityClass of the pods. */
  readonly priorityClassName: string;
  /** PodDisruptionBudget of the pods. */
  readonly podDisruptionBudget: {
    /** Pods that evictions may stop at the same time. */
    readonly maxUnavailable: number;
  };
  /** Security context of the pods. */
  readonly podSecurityContext: k8s.PodSecurityContext;
  /** Security context of the containers. */
  readonly containerSecurityContext: k8s.SecurityContext;
  /** Requests and limits of each pod. */
  readonly resources: ContainerResources;
}

/** Pods of a replica set, each with a volume. */
export interface PerconaReplset extends PerconaPods {
  /** Additional containers of each pod. */
  readonly sidecars?: readonly k8s.Container[];
  /** Volume of each member. */
  readonly volumeSpec: {
    /** Claim of the volume. */
    readonly persistentVolumeClaim: {
      /** StorageClass of the volume. */
      readonly storageClassName: string;
      /** Access modes of the volume. */
      readonly accessModes: readonly string[];
      /** Amount of storage. */
      readonly resources: {
        /** Requested amount. */
        readonly requests: {
          /** Size as a Kubernetes quantity. */
          readonly storage: string;
        };
      };
    };
  };
}

/** Pods of the routers. */
interface PerconaMongos extends PerconaPods {
  /** Service of the routers. */
  readonly expose: {
    /** `ClusterIP`: reachable only in the cluster. */
    readonly type: 'ClusterIP';
  };
}

/** Backups by Percona Backup for MongoDB. */
export interface PerconaMongoBackup {
  /** Whether each member has a backup agent. */
  readonly enabled: boolean;
  /** Container image of the agent. */
  readonly image: string;
  /** Security context of the agent. */
  readonly containerSecurityContext: k8s.SecurityContext;
  /** Requests and limits of the agent. */
  readonly resources: ContainerResources;
  /** Destinations by name. */
  readonly storages: Readonly<
    Record<
      string,
      {
        /** Object storage. */
        readonly type: 's3';
        /** Whether this is the destination of point-in-time recovery. */
        readonly main: boolean;
        /** Location in the object storage. */
        readonly s3: {
          /** Name of the bucket. */
          readonly bucket: string;
          /** Folder in the bucket. */
          readonly prefix: string;
          /** Region of the bucket. */
          readonly region: string;
          /** Secret with access keys. Absent: the role of the pods. */
          readonly credentialsSecret?: string;
        };
      }
    >
  >;
  /** Scheduled backups. */
  readonly tasks: readonly {
    /** Name of the schedule. */
    readonly name: string;
    /** Whether the schedule is active. */
    readonly enabled: boolean;
    /** Cron expression in UTC. */
    readonly schedule: string;
    /** Name of the destination in `storages`. */
    readonly storageName: string;
    /** Compression of the backup. */
    readonly compressionType: 'gzip';
    /** Deletion of old backups. */
    readonly retention: {
      /** `count`: the newest backups are retained. */
      readonly type: 'count';
      /** Number of backups to retain. */
      readonly count: number;
      /** Whether old backups are also deleted from the object storage. */
      readonly deleteFromStorage: boolean;
    };
  }[];
  /** Point-in-time recovery: uploads the oplog between two backups. */
  readonly pitr: {
    /** Whether the oplog is uploaded. */
    readonly enabled: boolean;
    /** Compression of the oplog. */
    readonly compressionType: 'gzip';
  };
}

/** A MongoDB replica set or sharded cluster. */
export class PerconaServerMongoDb extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: PerconaServerMongoDbSpec },
  ) {
    super(scope, id, { apiVersion: 'psmdb.percona.com/v1', kind: 'PerconaServerMongoDB', metadata, spec: plainValues(spec) });
  }
}
