/**
 * The Go types of CloudNativePG's Barman Cloud plugin that its custom resource definition is generated from, condensed as in
 * `psmdb.ts`. Source: github.com/cloudnative-pg/plugin-barman-cloud, api/v1/objectstore_types.go (009a66e), and
 * github.com/cloudnative-pg/barman-cloud, pkg/api/config.go (24f4f96), read on 2026-11-21.
 */
export const BARMAN_CLOUD_STRUCTS: Readonly<Record<string, string>> = {
  ObjectStoreSpec: `configuration* BarmanObjectStoreConfiguration, retentionPolicy string,
    instanceSidecarConfiguration InstanceSidecarConfiguration`,
  InstanceSidecarConfiguration: 'env []EnvVar, retentionPolicyIntervalSeconds int, resources ResourceRequirements',
  // A server name is among the Go fields; a rule of the definition forbids it here.
  BarmanObjectStoreConfiguration: `BarmanCredentials, endpointURL string, endpointCA SecretKeySelector, destinationPath* string,
    wal WalBackupConfiguration, data DataBackupConfiguration, tags map, historyTags map`,
  BarmanCredentials: 'googleCredentials other, s3Credentials S3Credentials, azureCredentials other',
  S3Credentials: `accessKeyId SecretKeySelector, secretAccessKey SecretKeySelector, region SecretKeySelector,
    sessionToken SecretKeySelector, inheritFromIAMRole bool`,
  SecretKeySelector: 'name* string, key* string',
  WalBackupConfiguration: `compression string, encryption string, maxParallel int, archiveAdditionalCommandArgs []string,
    restoreAdditionalCommandArgs []string`,
  DataBackupConfiguration: `compression string, encryption string, jobs int, immediateCheckpoint bool,
    additionalCommandArgs []string, restoreAdditionalCommandArgs []string`,
};

const COMPRESSIONS: readonly string[] = ['bzip2', 'gzip', 'lz4', 'snappy', 'xz', 'zstd'];
const ENCRYPTIONS: readonly string[] = ['AES256', 'aws:kms'];

/** What `+kubebuilder:validation:Enum`, `MinLength` and `Pattern` allow. */
export const BARMAN_CLOUD_VALUES: Readonly<Record<string, readonly string[] | RegExp>> = {
  'ObjectStoreSpec.retentionPolicy': /^[1-9][0-9]*[dwm]$/,
  'BarmanObjectStoreConfiguration.destinationPath': /./,
  'WalBackupConfiguration.compression': COMPRESSIONS,
  'WalBackupConfiguration.encryption': ENCRYPTIONS,
  'DataBackupConfiguration.compression': COMPRESSIONS,
  'DataBackupConfiguration.encryption': ENCRYPTIONS,
};
