import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';

type Texts = Readonly<Record<string, string>>;

/** CPU and memory as a custom resource takes them. */
export interface ResourceAmounts {
  readonly requests: Texts;
  readonly limits?: Texts;
}

/** Cluster of CloudNativePG 1.26 and later, as far as we use it. */
export interface ClusterSpec {
  readonly instances: number;
  readonly imageName: string;
  readonly inheritedMetadata: { readonly labels: Texts };
  readonly postgresql: {
    readonly parameters: Texts;
    /** Absent: a single instance waits for nobody. */
    readonly synchronous?: { readonly method: 'any'; readonly number: number; readonly dataDurability: 'required' | 'preferred' };
  };
  readonly bootstrap:
    | {
        readonly initdb: {
          readonly database: string;
          readonly owner: string;
          readonly secret: { readonly name: string };
          readonly dataChecksums: true;
        };
      }
    | {
        readonly recovery: {
          readonly source: string;
          readonly database: string;
          readonly owner: string;
          readonly secret: { readonly name: string };
        };
      };
  /** Present: it follows another cluster and takes no writes. */
  readonly replica?: { readonly enabled: boolean; readonly source: string };
  readonly externalClusters?: readonly { readonly name: string; readonly plugin: { readonly name: string; readonly parameters: Texts } }[];
  readonly plugins: readonly { readonly name: string; readonly isWALArchiver: boolean; readonly parameters: Texts }[];
  readonly storage: { readonly size: string; readonly storageClass: string };
  readonly resources: ResourceAmounts;
  readonly affinity: {
    readonly enablePodAntiAffinity: boolean;
    readonly podAntiAffinityType: 'preferred' | 'required';
    readonly topologyKey: string;
    readonly nodeSelector?: Texts;
    readonly tolerations?: readonly k8s.Toleration[];
  };
  readonly topologySpreadConstraints: readonly k8s.TopologySpreadConstraint[];
  readonly priorityClassName: string;
}

/** A PostgreSQL primary and its replicas. */
export class Cluster extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: ClusterSpec }) {
    super(scope, id, { apiVersion: 'postgresql.cnpg.io/v1', kind: 'Cluster', metadata, spec });
  }
}

/** Pooler of CloudNativePG, as far as we use it. Its name may not be that of a Cluster. */
export interface PoolerSpec {
  readonly cluster: { readonly name: string };
  readonly instances: number;
  readonly type: 'rw';
  readonly pgbouncer: { readonly poolMode: 'transaction'; readonly parameters: Texts };
  readonly template: {
    readonly metadata: { readonly labels: Texts };
    readonly spec: {
      readonly containers: readonly { readonly name: 'pgbouncer'; readonly image: string; readonly resources: ResourceAmounts }[];
      readonly priorityClassName: string;
      readonly nodeSelector?: Texts;
      readonly tolerations?: readonly k8s.Toleration[];
    };
  };
}

/** PgBouncer in front of a cluster. */
export class Pooler extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: PoolerSpec }) {
    super(scope, id, { apiVersion: 'postgresql.cnpg.io/v1', kind: 'Pooler', metadata, spec });
  }
}

export interface ScheduledBackupSpec {
  readonly cluster: { readonly name: string };
  /** Six fields, with seconds first. */
  readonly schedule: string;
  readonly backupOwnerReference: 'self';
  readonly method: 'plugin';
  readonly pluginConfiguration: { readonly name: string };
}

/** Base backups of a cluster on a schedule. */
export class ScheduledBackup extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: ScheduledBackupSpec },
  ) {
    super(scope, id, { apiVersion: 'postgresql.cnpg.io/v1', kind: 'ScheduledBackup', metadata, spec });
  }
}

interface SecretKeyRef {
  readonly name: string;
  readonly key: string;
}

/** ObjectStore of the Barman Cloud plugin, as far as we use it. */
export interface ObjectStoreSpec {
  readonly configuration: {
    readonly destinationPath: string;
    readonly s3Credentials:
      | { readonly inheritFromIAMRole: true }
      | { readonly accessKeyId: SecretKeyRef; readonly secretAccessKey: SecretKeyRef };
    readonly wal: { readonly compression: 'gzip' };
    readonly data: { readonly compression: 'gzip' };
  };
  readonly retentionPolicy?: string;
  readonly instanceSidecarConfiguration: {
    readonly env: readonly { readonly name: string; readonly value: string }[];
    readonly resources: ResourceAmounts;
  };
}

/** Where base backups and the log of changes go. */
export class ObjectStore extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: ObjectStoreSpec }) {
    super(scope, id, { apiVersion: 'barmancloud.cnpg.io/v1', kind: 'ObjectStore', metadata, spec });
  }
}
