import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import type { SecretKey } from '../build-context';
import { ExternalSecret, type ExternalSecretTemplate } from '../custom-resources/external-secret';

/**
 * The store that every secret comes from: one of the whole cluster, which who runs it connects to a vault. No secret is
 * written into a manifest.
 */
export const SECRET_STORE = { kind: 'ClusterSecretStore', name: 'sizing-blueprints' } as const;

/** How often a changed secret of the store is noticed. */
const REFRESH_INTERVAL = '1h';

export function credentialsName(id: string): string {
  return `${id}-credentials`;
}

/** The Secret `<id>-credentials` with some properties of the secret `<stack name>/<id>` of the store. */
export function credentials(
  scope: Construct,
  { stackName }: Blueprint,
  id: string,
  properties: readonly string[] = ['username', 'password'],
  template?: ExternalSecretTemplate,
): (property: string) => SecretKey {
  const name = credentialsName(id);
  new ExternalSecret(scope, 'Credentials', {
    metadata: { name },
    spec: {
      refreshInterval: REFRESH_INTERVAL,
      secretStoreRef: SECRET_STORE,
      target: { name, ...(template === undefined ? {} : { template }) },
      data: properties.map((property) => ({ secretKey: property, remoteRef: { key: `${stackName}/${id}`, property } })),
    },
  });
  return (key) => ({ secret: name, key });
}

/** A variable of a container from one key of a Secret. */
export function secretVariable(name: string, { secret, key }: SecretKey): k8s.EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}
