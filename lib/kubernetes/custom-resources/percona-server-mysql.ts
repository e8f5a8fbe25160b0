import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import { plainValues } from './plain-values';
import type { ContainerResources, StringMap } from './shared-types';

/** Fields that servers and proxies have in common. */
interface PerconaMySQLPods {
  /** Container image. */
  readonly image: string;
  /** Number of pods. */
  readonly size: number;
  /** Requests and limits of each pod. */
  readonly resources: ContainerResources;
  /** Nodes that the pods may run on. */
  readonly affinity: {
    /** Topology key of the anti-affinity, such as `kubernetes.io/hostname`. */
    readonly antiAffinityTopologyKey: string;
  };
  /** PodDisruptionBudget of the pods. */
  readonly podDisruptionBudget: {
    /** Pods that evictions may stop at the same time. */
    readonly maxUnavailable: number;
  };
  /** Spread of the pods over zones. */
  readonly topologySpreadConstraints: readonly k8s.TopologySpreadConstraint[];
  /** Labels that a node must have. */
  readonly nodeSelector?: StringMap;
  /** Taints that the pods tolerate. */
  readonly tolerations?: readonly k8s.Toleration[];
  /** PriorityClass of the pods. */
  readonly priorityClassName: string;
}

/** Fields of a PerconaServerMySQL of Percona Operator for MySQL 1.2 that the charts set. */
interface PerconaServerMySQLSpec {
  /** Version of the operator whose behavior the resource is written for. */
  readonly crVersion: string;
  /** Secret with the passwords of the operator's own accounts. The operator creates it. */
  readonly secretsName: string;
  /** `SmartUpdate`: replaces the secondaries first and the primary last. */
  readonly updateStrategy: 'SmartUpdate';
  /** Automatic upgrades of MySQL. */
  readonly upgradeOptions: {
    /** `disabled`: the version changes only with this resource. */
    readonly apply: 'disabled';
  };
  /** The servers. */
  readonly mysql: PerconaMySQLPods & {
    /** `group-replication`: the servers elect their primary. */
    readonly clusterType: 'group-replication';
    /** Whether the operator restarts the group after all servers have failed. */
    readonly autoRecovery: boolean;
    /** Content of `my.cnf`. */
    readonly configuration: string;
    /** Environment of the servers. Names with `MYSQL_` create a database and a user at the first start. */
    readonly env: readonly k8s.EnvVar[];
    /** Additional containers of each pod. */
    readonly sidecars: readonly k8s.Container[];
    /** Volume of each server. */
    readonly volumeSpec: {
      /** Claim of the volume. */
      readonly persistentVolumeClaim: {
        /** StorageClass of the volume. */
        readonly storageClassName: string;
        /** Amount of storage. */
        readonly resources: {
          /** `storage` as a Kubernetes quantity. */
          readonly requests: StringMap;
        };
      };
    };
  };
  /** Proxies in front of the servers. */
  readonly proxy: {
    /** HAProxy, which sends writes to the primary. */
    readonly haproxy: PerconaMySQLPods & {
      /** Whether the operator runs HAProxy. */
      readonly enabled: true;
    };
    /** MySQL Router. Rules of the definition of 1.2.0 read it, and reject a resource without it. */
    readonly router: {
      /** Whether the operator runs MySQL Router. */
      readonly enabled: false;
    };
  };
  /** Percona Toolkit. */
  readonly toolkit: {
    /** Container image of the toolkit. */
    readonly image: string;
  };
  /** Backups. */
  readonly backup: {
    /** Whether backups are made. */
    readonly enabled: true;
    /** Container image of Percona XtraBackup. */
    readonly image: string;
    /** Scheduled backups. */
    readonly schedule: readonly {
      /** Name of the schedule. */
      readonly name: string;
      /** Cron expression in UTC. */
      readonly schedule: string;
      /** Number of backups to retain. */
      readonly keep: number;
      /** Name of the destination in `storages`. */
      readonly storageName: string;
    }[];
    /** Destinations by name. */
    readonly storages: Readonly<
      Record<
        string,
        {
          /** Object storage. */
          readonly type: 's3';
          /** Labels of the backup's pods. The operator adds its own, which replace those below `app.kubernetes.io`. */
          readonly labels: StringMap;
          /** Requests and limits of the backup's pods. */
          readonly resources: ContainerResources;
          /** Location in the object storage. */
          readonly s3: {
            /** Name of the bucket. */
            readonly bucket: string;
            /** Folder in the bucket. */
            readonly prefix: string;
            /** Region of the bucket. */
            readonly region: string;
            /** Secret with access keys. */
            readonly credentialsSecret: string;
          };
        }
      >
    >;
  };
}

/** A MySQL replication group, and HAProxy in front of it. */
export class PerconaServerMySQL extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: PerconaServerMySQLSpec },
  ) {
    super(scope, id, { apiVersion: 'ps.percona.com/v1', kind: 'PerconaServerMySQL', metadata, spec: plainValues(spec) });
  }
}
