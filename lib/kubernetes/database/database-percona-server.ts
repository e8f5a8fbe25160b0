import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import { DATA_STORE_USER, DATABASE_NAME } from '../../conventions/data-stores';
import { IMAGES } from '../../conventions/images';
import { perconaMysqlLabels } from '../../conventions/operator-labels';
import { METRICS_PORT, type MetricsSource } from '../alerts/metrics';
import { PerconaServerMySQL } from '../custom-resources/percona-server-mysql';
import { backupBucket, backupCredentials } from '../data/backups';
import { readServiceName } from '../data/data-services';
import { STORAGE_CLASS } from '../data/data-stateful-set';
import { ANYWHERE, type Endpoint, tcp } from '../entry/network-paths';
import { mysqlExporter } from '../exporters/mysql';
import { gib } from '../quantities';
import { placementIn } from '../service/placement';
import { priorityClassName } from '../service/priority';
import type { DatabaseEndpoints } from './database-endpoints';
import { optionFile } from './database-settings';
import { TRIGGER_OPTIONS } from './mysql-options';
import { allowOperatorTraffic, BACKUP_TIME, containerResources, type OperatorProps, serverResources, zoneSpread } from './operator-parts';

/** Namespace that the operator is expected in. It must watch the namespace of the chart. */
const OPERATOR_NAMESPACE = 'percona-server-mysql-operator';

/** Version of the custom resource: the newest release in August 2026. */
const CR_VERSION = '1.2.0';

/** The smallest group that has a majority without one of its servers. */
const SMALLEST_GROUP = 3;

/** The largest group that the operator supports. */
const LARGEST_GROUP = 7;

/** HAProxy pods: two, so that one may fail. */
const PROXIES = 2;
const PROXY_RESOURCES = containerResources(0.25, 256);
const BACKUP_RESOURCES = containerResources(0.1, 512);

/** Ports of MySQL, the X protocol, group replication, administration, and the backup sidecar. */
const SERVER_PORTS = [3306, 33060, 33061, 33062, 6450];

/** The operator's read-only monitoring account, and the key of its password in the Secret that the operator creates. */
const MONITOR = 'monitor';

/** Label of the backup pods of a group. The operator sets their other labels, which are the same for all groups. */
const BACKUP_OF = 'sizing-blueprints/backup-of';

/** Port of the proxies that routes reads to the secondaries. */
const READ_PORT = 3307;

/**
 * Number of servers of a replication group for the read replicas of a tier, 3 to 7. It is odd, because an even number
 * tolerates no more failures than the odd number below it.
 */
export function groupSize(readReplicas: number): number {
  const servers = Math.max(SMALLEST_GROUP, 1 + readReplicas);
  return Math.min(LARGEST_GROUP, servers + (1 - (servers % 2)));
}

/**
 * MySQL by the Percona Operator: a replication group that elects its primary, and HAProxy in front of it. Each server creates the
 * database and its user at its first start, and those that join then clone the data of the group. Source:
 * percona/percona-server-mysql-operator v1.2.0, build/ps-entrypoint.sh and cmd/bootstrap/gr/recovery_method.go.
 */
export function perconaServerMysql(scope: Construct, props: OperatorProps): DatabaseEndpoints {
  const { database, context, secret, name, servers } = props;
  const { blueprint, paths } = context;
  const { id, pool, port, readReplicas, storageGib, backupRetentionDays, parameters } = database;
  const part = `${id}-proxy`;
  const proxies: Endpoint = { name: part, labels: perconaMysqlLabels(name, 'haproxy') };
  const backupPods: Endpoint = { name: `${id}-backup`, labels: { [BACKUP_OF]: name } };
  allowOperatorTraffic(props, OPERATOR_NAMESPACE, SERVER_PORTS, SERVER_PORTS);
  paths.allow(proxies, servers, SERVER_PORTS.map(tcp));
  paths.allow(backupPods, servers, SERVER_PORTS.map(tcp));
  paths.allow(backupPods, ANYWHERE, [tcp(443), tcp(6443)]);
  const placed = {
    affinity: { antiAffinityTopologyKey: 'kubernetes.io/hostname' },
    podDisruptionBudget: { maxUnavailable: 1 },
    ...placementIn(blueprint, pool),
  };
  const { secret: credentials, key } = secret('password');
  const secretsName = `${name}-secrets`;
  const metrics: readonly MetricsSource[] = [{ exporter: 'mysqld-group', endpoint: servers, portName: METRICS_PORT, server: 'mysql' }];
  new PerconaServerMySQL(scope, 'Group', {
    metadata: { name },
    spec: {
      crVersion: CR_VERSION,
      secretsName,
      updateStrategy: 'SmartUpdate',
      upgradeOptions: { apply: 'disabled' },
      mysql: {
        clusterType: 'group-replication',
        autoRecovery: true,
        image: IMAGES.perconaServer.reference,
        size: groupSize(readReplicas),
        configuration: optionFile({ mysqld: { skip_name_resolve: 'ON', ...TRIGGER_OPTIONS, ...parameters } }),
        env: [
          { name: 'MYSQL_DATABASE', value: DATABASE_NAME },
          { name: 'MYSQL_USER', value: DATA_STORE_USER },
          { name: 'MYSQL_PASSWORD', valueFrom: { secretKeyRef: { name: credentials, key } } },
        ],
        resources: serverResources(database),
        sidecars: [mysqlExporter({ username: MONITOR, password: { secret: secretsName, key: MONITOR }, port, group: true })],
        volumeSpec: { persistentVolumeClaim: { storageClassName: STORAGE_CLASS, resources: { requests: { storage: gib(storageGib) } } } },
        ...placed,
        topologySpreadConstraints: zoneSpread(props),
        priorityClassName: priorityClassName(blueprint, 'data'),
      },
      proxy: {
        haproxy: {
          enabled: true,
          image: IMAGES.perconaHaproxy.reference,
          size: PROXIES,
          resources: PROXY_RESOURCES,
          ...placed,
          topologySpreadConstraints: zoneSpread({ ...props, servers: proxies }),
          priorityClassName: priorityClassName(blueprint, 'data'),
        },
        router: { enabled: false },
      },
      toolkit: { image: IMAGES.perconaToolkit.reference },
      backup: {
        enabled: true,
        image: IMAGES.perconaXtrabackup.reference,
        schedule: [
          {
            name: 'daily',
            schedule: `${BACKUP_TIME.minute} ${BACKUP_TIME.hour} * * *`,
            keep: backupRetentionDays,
            storageName: 'object-storage',
          },
        ],
        storages: {
          'object-storage': {
            type: 's3',
            labels: { [BACKUP_OF]: name },
            resources: BACKUP_RESOURCES,
            s3: {
              bucket: backupBucket(blueprint),
              prefix: id,
              region: blueprint.network.region,
              credentialsSecret: backupCredentials(scope, blueprint, id) ?? `${id}-backup-credentials`,
            },
          },
        },
      },
    },
  });
  service(scope, id, port, proxies, port);
  if (readReplicas === 0) return { writes: proxies, metrics };
  service(scope, readServiceName(id), port, proxies, READ_PORT);
  return { writes: proxies, reads: proxies, readPort: READ_PORT, metrics };
}

function service(scope: Construct, name: string, port: number, { labels }: Endpoint, targetPort: number): void {
  new k8s.KubeService(scope, `Service-${name}`, {
    metadata: { name },
    spec: { selector: { ...labels }, ports: [{ name: 'database', port, targetPort: k8s.IntOrString.fromNumber(targetPort) }] },
  });
}
