import type { ManifestObject } from '../../../lib/manifest';
import { LOAD_BALANCER_STRUCTS, LOAD_BALANCER_VALUES } from './aws-load-balancer-controller';
import { BARMAN_CLOUD_STRUCTS, BARMAN_CLOUD_VALUES } from './barman-cloud';
import { EXTERNAL_SECRETS_STRUCTS, EXTERNAL_SECRETS_VALUES } from './external-secrets';
import { MARIADB_STRUCTS, MARIADB_VALUES } from './mariadb';
import { PERCONA_MYSQL_STRUCTS, PERCONA_MYSQL_VALUES } from './percona-mysql';
import { PSMDB_STRUCTS, PSMDB_VALUES } from './psmdb';
import { SNAPSCHEDULER_STRUCTS, SNAPSCHEDULER_VALUES } from './snapscheduler';
import { type Structs, structFaults, type Values } from './struct-faults';

/** Structs, values and the struct of `spec`, for each kind of the operators that no package has models of. */
const CONDENSED: Readonly<Record<string, readonly [Structs, Values, string]>> = {
  'barmancloud.cnpg.io/v1 ObjectStore': [BARMAN_CLOUD_STRUCTS, BARMAN_CLOUD_VALUES, 'ObjectStoreSpec'],
  'external-secrets.io/v1 ExternalSecret': [EXTERNAL_SECRETS_STRUCTS, EXTERNAL_SECRETS_VALUES, 'ExternalSecretSpec'],
  'gateway.k8s.aws/v1beta1 LoadBalancerConfiguration': [LOAD_BALANCER_STRUCTS, LOAD_BALANCER_VALUES, 'LoadBalancerConfigurationSpec'],
  'gateway.k8s.aws/v1beta1 TargetGroupConfiguration': [LOAD_BALANCER_STRUCTS, LOAD_BALANCER_VALUES, 'TargetGroupConfigurationSpec'],
  'k8s.mariadb.com/v1alpha1 MariaDB': [MARIADB_STRUCTS, MARIADB_VALUES, 'MariaDBSpec'],
  'k8s.mariadb.com/v1alpha1 PhysicalBackup': [MARIADB_STRUCTS, MARIADB_VALUES, 'PhysicalBackupSpec'],
  'ps.percona.com/v1 PerconaServerMySQL': [PERCONA_MYSQL_STRUCTS, PERCONA_MYSQL_VALUES, 'PerconaServerMySQLSpec'],
  'psmdb.percona.com/v1 PerconaServerMongoDB': [PSMDB_STRUCTS, PSMDB_VALUES, 'PerconaServerMongoDBSpec'],
  'snapscheduler.backube/v1 SnapshotSchedule': [SNAPSCHEDULER_STRUCTS, SNAPSCHEDULER_VALUES, 'SnapshotScheduleSpec'],
};

/** What the operator's types have against an object's `spec`, or undefined where they are not condensed here. */
export function condensedFaults({ apiVersion, kind, raw }: ManifestObject): readonly string[] | undefined {
  const found = CONDENSED[`${apiVersion} ${kind}`];
  if (found === undefined) return undefined;
  const [structs, values, struct] = found;
  return structFaults(structs, values, struct, raw.spec);
}
