import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import { plainValues } from './plain-values';

/** PerconaServerMongoDB of Percona Operator for MongoDB 1.23, as far as we use it. */
export interface PerconaServerMongoDbSpec {
  /** Version of the operator whose behaviour is asked for. */
  readonly crVersion: string;
  readonly image: string;
  readonly imagePullPolicy: 'IfNotPresent';
  readonly initContainerSecurityContext: k8s.SecurityContext;
  /** What the operator would refuse: a replica set or routers that do not outlive the loss of one. */
  readonly unsafeFlags?: { readonly replsetSize?: boolean; readonly mongosSize?: boolean };
  readonly updateStrategy: 'SmartUpdate';
  /** Whether a larger size of the resource makes volumes grow. */
  readonly enableVolumeExpansion: boolean;
  readonly upgradeOptions: { readonly apply: 'disabled' };
  readonly tls: { readonly mode: 'preferTLS' | 'requireTLS' };
  readonly users: readonly PerconaMongoUser[];
  readonly replsets: readonly (PerconaReplset & { readonly name: string })[];
  readonly sharding: { readonly enabled: boolean; readonly configsvrReplSet?: PerconaReplset; readonly mongos?: PerconaMongos };
  readonly backup: PerconaMongoBackup;
}

export interface PerconaMongoUser {
  readonly name: string;
  readonly db: string;
  readonly passwordSecretRef: { readonly name: string; readonly key: string };
  readonly roles: readonly { readonly name: string; readonly db: string }[];
}

/** What all pods of the operator have. */
export interface PerconaPods {
  readonly size: number;
  readonly affinity: { readonly antiAffinityTopologyKey: string };
  readonly topologySpreadConstraints?: readonly k8s.TopologySpreadConstraint[];
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly k8s.Toleration[];
  readonly priorityClassName: string;
  readonly podDisruptionBudget: { readonly maxUnavailable: number };
  readonly podSecurityContext: k8s.PodSecurityContext;
  readonly containerSecurityContext: k8s.SecurityContext;
  readonly resources: PerconaResources;
}

export interface PerconaReplset extends PerconaPods {
  readonly sidecars?: readonly k8s.Container[];
  readonly volumeSpec: {
    readonly persistentVolumeClaim: {
      readonly storageClassName: string;
      readonly accessModes: readonly string[];
      readonly resources: { readonly requests: { readonly storage: string } };
    };
  };
}

export interface PerconaMongos extends PerconaPods {
  readonly expose: { readonly type: 'ClusterIP' };
}

export interface PerconaResources {
  readonly requests: { readonly cpu: string; readonly memory: string };
  readonly limits: { readonly memory: string };
}

export interface PerconaMongoBackup {
  readonly enabled: boolean;
  readonly image: string;
  readonly containerSecurityContext: k8s.SecurityContext;
  readonly resources: PerconaResources;
  readonly storages: Readonly<
    Record<
      string,
      {
        readonly type: 's3';
        readonly main: boolean;
        readonly s3: { readonly bucket: string; readonly prefix: string; readonly region: string; readonly credentialsSecret?: string };
      }
    >
  >;
  readonly tasks: readonly {
    readonly name: string;
    readonly enabled: boolean;
    readonly schedule: string;
    readonly storageName: string;
    readonly compressionType: 'gzip';
    readonly retention: { readonly type: 'count'; readonly count: number; readonly deleteFromStorage: boolean };
  }[];
  /** Changes between two backups, so that any moment can be restored. */
  readonly pitr: { readonly enabled: boolean; readonly compressionType: 'gzip' };
}

export class PerconaServerMongoDb extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: PerconaServerMongoDbSpec },
  ) {
    super(scope, id, { apiVersion: 'psmdb.percona.com/v1', kind: 'PerconaServerMongoDB', metadata, spec: plainValues(spec) });
  }
}
