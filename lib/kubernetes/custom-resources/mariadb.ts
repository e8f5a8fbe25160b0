import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { ResourceAmounts } from './cloudnative-pg';

type Texts = Readonly<Record<string, string>>;

interface SecretKeyRef {
  readonly name: string;
  readonly key: string;
}

/** MariaDB of mariadb-operator 26, as far as we use it. */
export interface MariaDBSpec {
  readonly image: string;
  readonly rootPasswordSecretKeyRef: SecretKeyRef;
  readonly database: string;
  readonly username: string;
  readonly passwordSecretKeyRef: SecretKeyRef;
  readonly myCnf: string;
  readonly replicas: number;
  /** Absent: one server alone. */
  readonly replication?: {
    readonly enabled: true;
    readonly primary: { readonly autoFailover: boolean };
    readonly replica: {
      readonly replPasswordSecretKeyRef: SecretKeyRef;
      readonly maxLagSeconds: number;
      readonly bootstrapFrom: { readonly physicalBackupTemplateRef: { readonly name: string } };
      readonly recovery: { readonly enabled: boolean };
    };
    readonly gtidStrictMode: boolean;
    readonly semiSyncEnabled: boolean;
    readonly semiSyncAckTimeout: string;
    readonly semiSyncWaitPoint: 'AfterSync';
    readonly syncBinlog: number;
  };
  readonly storage: { readonly size: string; readonly storageClassName: string };
  readonly resources: ResourceAmounts;
  readonly podMetadata: { readonly labels: Texts };
  readonly podDisruptionBudget?: { readonly maxUnavailable: number };
  readonly affinity: { readonly antiAffinityEnabled: boolean };
  readonly topologySpreadConstraints: readonly k8s.TopologySpreadConstraint[];
  readonly nodeSelector?: Texts;
  readonly tolerations?: readonly k8s.Toleration[];
  readonly priorityClassName: string;
  readonly tls: { readonly enabled: boolean; readonly required: boolean };
  readonly updateStrategy: { readonly type: 'ReplicasFirstPrimaryLast' };
}

/** A MariaDB primary and its replicas. */
export class MariaDB extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: MariaDBSpec }) {
    super(scope, id, { apiVersion: 'k8s.mariadb.com/v1alpha1', kind: 'MariaDB', metadata, spec });
  }
}

export interface PhysicalBackupSpec {
  readonly mariaDbRef: { readonly name: string };
  readonly target: 'PreferReplica';
  readonly schedule: { readonly cron: string; readonly suspend: boolean; readonly immediate: boolean };
  readonly compression: 'gzip';
  readonly maxRetention: string;
  readonly storage: {
    readonly s3: {
      readonly bucket: string;
      readonly prefix: string;
      readonly endpoint: string;
      readonly region: string;
      readonly accessKeyIdSecretKeyRef?: SecretKeyRef;
      readonly secretAccessKeySecretKeyRef?: SecretKeyRef;
      readonly tls: { readonly enabled: boolean };
    };
  };
  readonly stagingStorage: {
    readonly persistentVolumeClaim: {
      readonly accessModes: readonly ['ReadWriteOnce'];
      readonly storageClassName: string;
      readonly resources: { readonly requests: Texts };
    };
  };
  readonly podMetadata: { readonly labels: Texts };
  readonly resources: ResourceAmounts;
}

/** Backups of a MariaDB's files on a schedule, and what new replicas start from. */
export class PhysicalBackup extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: PhysicalBackupSpec },
  ) {
    super(scope, id, { apiVersion: 'k8s.mariadb.com/v1alpha1', kind: 'PhysicalBackup', metadata, spec });
  }
}
