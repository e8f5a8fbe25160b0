/**
 * The Go types of External Secrets that its custom resource definition is generated from, condensed as in `psmdb.ts`: the
 * package of models ends at v1beta1 in the version that is pinned. Source: github.com/external-secrets/external-secrets,
 * apis/externalsecrets/v1/externalsecret_types.go (0126c16), read on 2026-11-21.
 */
export const EXTERNAL_SECRETS_STRUCTS: Readonly<Record<string, string>> = {
  ExternalSecretSpec: `secretStoreRef SecretStoreRef, target ExternalSecretTarget, refreshPolicy string, refreshInterval string,
    data []ExternalSecretData, dataFrom []other`,
  SecretStoreRef: 'name string, kind string',
  ExternalSecretTarget: `name string, creationPolicy string, deletionPolicy string, template ExternalSecretTemplate,
    immutable bool`,
  ExternalSecretTemplate: `type string, engineVersion string, metadata ExternalSecretTemplateMetadata, mergePolicy string, data map,
    templateFrom []other`,
  ExternalSecretTemplateMetadata: 'annotations map, labels map',
  ExternalSecretData: 'secretKey* string, remoteRef* ExternalSecretDataRemoteRef, sourceRef other',
  ExternalSecretDataRemoteRef: `key* string, metadataPolicy string, property string, version string, conversionStrategy string,
    decodingStrategy string`,
};

const OBJECT_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** What `+kubebuilder:validation:Enum` and `Pattern` allow. */
export const EXTERNAL_SECRETS_VALUES: Readonly<Record<string, readonly string[] | RegExp>> = {
  'SecretStoreRef.name': OBJECT_NAME,
  'SecretStoreRef.kind': ['SecretStore', 'ClusterSecretStore'],
  'ExternalSecretSpec.refreshPolicy': ['CreatedOnce', 'Periodic', 'OnChange'],
  'ExternalSecretTarget.name': OBJECT_NAME,
  'ExternalSecretTarget.creationPolicy': ['Owner', 'Orphan', 'Merge', 'None'],
  'ExternalSecretTarget.deletionPolicy': ['Delete', 'Merge', 'Retain'],
  'ExternalSecretTemplate.engineVersion': ['v2'],
  'ExternalSecretTemplate.mergePolicy': ['Replace', 'Merge'],
  'ExternalSecretData.secretKey': /^[-._a-zA-Z0-9]+$/,
};
