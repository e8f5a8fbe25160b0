import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { ResourceAmounts } from './cloudnative-pg';
import { plainValues } from './plain-values';

type Texts = Readonly<Record<string, string>>;

/** What servers and proxies have in common. */
interface Pods {
  readonly image: string;
  readonly size: number;
  readonly labels: Texts;
  readonly resources: ResourceAmounts;
  readonly affinity: { readonly antiAffinityTopologyKey: string };
  readonly podDisruptionBudget: { readonly maxUnavailable: number };
  readonly topologySpreadConstraints: readonly k8s.TopologySpreadConstraint[];
  readonly nodeSelector?: Texts;
  readonly tolerations?: readonly k8s.Toleration[];
  readonly priorityClassName: string;
}

/** PerconaServerMySQL of the Percona Operator for MySQL 1.3, as far as we use it. */
export interface PerconaServerMySQLSpec {
  readonly crVersion: string;
  /** Secret with the passwords of the operator's own accounts, which it makes. */
  readonly secretsName: string;
  readonly updateStrategy: 'SmartUpdate';
  readonly upgradeOptions: { readonly apply: 'disabled' };
  readonly mysql: Pods & {
    readonly clusterType: 'group-replication';
    readonly autoRecovery: boolean;
    readonly configuration: string;
    readonly sidecars: readonly k8s.Container[];
    readonly volumeSpec: {
      readonly persistentVolumeClaim: { readonly storageClassName: string; readonly resources: { readonly requests: Texts } };
    };
  };
  readonly proxy: { readonly haproxy: Pods & { readonly enabled: true } };
  readonly users: readonly {
    readonly name: string;
    readonly dbs: readonly string[];
    readonly hosts: readonly string[];
    readonly passwordSecretRef: { readonly name: string; readonly key: string };
  }[];
  readonly toolkit: { readonly image: string };
  readonly backup: {
    readonly enabled: true;
    readonly image: string;
    readonly schedule: readonly { readonly name: string; readonly schedule: string; readonly keep: number; readonly storageName: string }[];
    readonly storages: Readonly<
      Record<
        string,
        {
          readonly type: 's3';
          readonly labels: Texts;
          readonly resources: ResourceAmounts;
          readonly s3: { readonly bucket: string; readonly prefix: string; readonly region: string; readonly credentialsSecret: string };
        }
      >
    >;
  };
}

/** A MySQL group of servers, and the proxies in front of it. */
export class PerconaServerMySQL extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: PerconaServerMySQLSpec },
  ) {
    super(scope, id, { apiVersion: 'ps.percona.com/v1', kind: 'PerconaServerMySQL', metadata, spec: plainValues(spec) });
  }
}
