import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { StringMap } from './shared-types';

/** Fields of an ExternalSecret of External Secrets Operator that the charts set. */
interface ExternalSecretSpec {
  /** How often the operator reads the store, such as `1h`. */
  readonly refreshInterval: string;
  /** Store that the values are read from. */
  readonly secretStoreRef: {
    /** Whether the store belongs to the namespace or to the cluster. */
    readonly kind: 'SecretStore' | 'ClusterSecretStore';
    /** Name of the store. */
    readonly name: string;
  };
  /** Secret that the operator writes. */
  readonly target: {
    /** Name of the Secret. */
    readonly name: string;
    /** `Owner` (default): creates and deletes the Secret. `Merge`: adds keys to an existing one. `Orphan`: never deletes it. */
    readonly creationPolicy?: 'Owner' | 'Merge' | 'Orphan';
    /** Content of the Secret. Absent: one key for each entry of `data`. */
    readonly template?: ExternalSecretTemplate;
  };
  /** Values to read. */
  readonly data: readonly {
    /** Key in the Secret. */
    readonly secretKey: string;
    /** Value in the store. */
    readonly remoteRef: {
      /** Name of the secret in the store. */
      readonly key: string;
      /** Property of that secret. Absent: the whole value. */
      readonly property?: string;
    };
  }[];
}

/** Shape of the Secret that the operator writes. */
export interface ExternalSecretTemplate {
  /** Version of the template language. */
  readonly engineVersion: 'v2';
  /** Type of the Secret. Default: `Opaque`. */
  readonly type?: string;
  /** Metadata of the Secret. */
  readonly metadata?: {
    /** Labels of the Secret. */
    readonly labels?: StringMap;
  };
  /** Go templates by key, such as `{{ .password }}`. */
  readonly data?: StringMap;
}

/** A Secret with values of an external store. */
export class ExternalSecret extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: ExternalSecretSpec },
  ) {
    super(scope, id, { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata, spec });
  }
}
