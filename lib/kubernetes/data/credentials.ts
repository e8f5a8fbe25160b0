import type * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import type { SecretKey } from '../build-context';
import { ExternalSecret, type ExternalSecretTemplate } from '../custom-resources/external-secret';

/**
 * ClusterSecretStore that all secrets are read from. The administrator of the cluster connects it to a vault. No manifest contains
 * a secret.
 */
export const SECRET_STORE = { kind: 'ClusterSecretStore', name: 'sizing-blueprints' } as const;

/** How often secrets are read from the store again. */
const REFRESH_INTERVAL = '1h';

/** Name of the Secret of a component. */
export function credentialsName(id: string): string {
  return `${id}-credentials`;
}

/**
 * Creates the Secret `<id>-credentials` with properties of the secret `<stack name>/<id>` of the store. Returns a function
 * that refers to its keys.
 */
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

/** An environment variable with the value of a Secret's key. */
export function secretVariable(name: string, { secret, key }: SecretKey): k8s.EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}
