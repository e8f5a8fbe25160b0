import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import { METRICS_PORT, type MetricsSource } from '../alerts/metrics';
import { PerconaServerMySQL } from '../custom-resources/percona-server-mysql';
import { backupBucket, backupCredentials } from '../data/backups';
import { readServiceName } from '../data/data-services';
import { STORAGE_CLASS } from '../data/data-stateful-set';
import { ANYWHERE, type Endpoint, tcp } from '../entry/network-paths';
import { mysqlExporter } from '../exporters/mysql';
import { labelsOf, selectorOf } from '../labels';
import { gib } from '../quantities';
import { placementIn } from '../service/placement';
import { priorityClassName } from '../service/priority';
import type { DatabaseEndpoints } from './database-endpoints';
import { DATABASE_NAME, DATABASE_USER, optionFile } from './database-settings';
import { allowOperatorTraffic, BACKUP_TIME, containerResources, type OperatorProps, serverResources, zoneSpread } from './operator-parts';

/** The namespace that the operator is expected in, watching this one. */
const OPERATOR_NAMESPACE = 'percona-server-mysql-operator';

/** The form of the custom resource: the first version that makes users and their databases. */
const CR_VERSION = '1.3.0';

/** Images that Percona certifies with each other, for each line of MySQL. Source: release notes of the operator 1.2.0. */
const IMAGES = {
  mysql: 'docker.io/percona/percona-server:8.4.10-10.1',
  backup: 'docker.io/percona/percona-xtrabackup:8.4.0-6.1',
  haproxy: 'docker.io/percona/haproxy:2.8.18-1',
  toolkit: 'docker.io/percona/percona-toolkit:3.7.1-4',
} as const;

/** Fewest servers that can outvote one that is gone, and the most that the operator takes; an even number adds none. */
const SMALLEST_GROUP = 3;
const LARGEST_GROUP = 7;

const PROXIES = 2;
const PROXY_RESOURCES = containerResources(0.25, 256);
const BACKUP_RESOURCES = containerResources(0.1, 512);

/** MySQL, its X protocol, group replication, administration, and the backup's sidecar. */
const SERVER_PORTS = [3306, 33060, 33061, 33062, 6450];

/** The operator's account that may look and do nothing else, and the key of its password in the secret that it makes. */
const MONITOR = 'monitor';

/** Where the proxies answer with any server but the primary. */
const READ_PORT = 3307;

/** Servers of a group for as many replicas as the tier has. */
export function groupSize(readReplicas: number): number {
  const servers = Math.max(SMALLEST_GROUP, 1 + readReplicas);
  return Math.min(LARGEST_GROUP, servers + (1 - (servers % 2)));
}

/** MySQL by the Percona Operator: a replication group that elects its primary, and HAProxy in front of it. */
export function perconaServerMysql(scope: Construct, props: OperatorProps): DatabaseEndpoints {
  const { database, context, secret, name, servers, labels } = props;
  const { blueprint, paths } = context;
  const { id, pool, port, readReplicas, storageGib, backupRetentionDays, parameters } = database;
  const part = `${id}-proxy`;
  const proxies: Endpoint = { name: part, labels: selectorOf(blueprint, part) };
  const backupPods: Endpoint = { name: `${id}-backup`, labels: selectorOf(blueprint, `${id}-backup`) };
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
        image: IMAGES.mysql,
        size: groupSize(readReplicas),
        labels,
        configuration: optionFile({ mysqld: { skip_name_resolve: 'ON', ...parameters } }),
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
          image: IMAGES.haproxy,
          size: PROXIES,
          labels: labelsOf(blueprint, id, part),
          resources: PROXY_RESOURCES,
          ...placed,
          topologySpreadConstraints: zoneSpread({ ...props, servers: proxies }),
          priorityClassName: priorityClassName(blueprint, 'data'),
        },
      },
      users: [{ name: DATABASE_USER, dbs: [DATABASE_NAME], hosts: ['%'], passwordSecretRef: { name: credentials, key } }],
      toolkit: { image: IMAGES.toolkit },
      backup: {
        enabled: true,
        image: IMAGES.backup,
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
            labels: labelsOf(blueprint, id, `${id}-backup`),
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
