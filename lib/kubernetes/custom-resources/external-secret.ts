import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** ExternalSecret of External Secrets Operator, as far as we use it. */
export interface ExternalSecretSpec {
  readonly refreshInterval: string;
  readonly secretStoreRef: { readonly kind: 'SecretStore' | 'ClusterSecretStore'; readonly name: string };
  readonly target: {
    readonly name: string;
    readonly creationPolicy?: 'Owner' | 'Merge' | 'Orphan';
    readonly template?: ExternalSecretTemplate;
  };
  readonly data: readonly {
    readonly secretKey: string;
    readonly remoteRef: { readonly key: string; readonly property?: string };
  }[];
}

export interface ExternalSecretTemplate {
  readonly engineVersion: 'v2';
  readonly type?: string;
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
  readonly data?: Readonly<Record<string, string>>;
}

export class ExternalSecret extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: ExternalSecretSpec },
  ) {
    super(scope, id, { apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata, spec });
  }
}
