import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import { Construct } from 'constructs';
import { engineImage } from '../../conventions/images';
import { MIB_PER_GIB } from '../../core/data-size';
import { METRICS_PORT, type MetricsSource } from '../alerts/metrics';
import type { BuildContext, ComponentOf, SecretKey } from '../build-context';
import { BACKUP_FOLDER, dailyBackup } from '../data/backups';
import { secretVariable } from '../data/credentials';
import { dataServiceAccount, headlessService, limitDisruptions, readServiceName } from '../data/data-services';
import { dataStatefulSet } from '../data/data-stateful-set';
import { type Endpoint, tcp } from '../entry/network-paths';
import { mysqlExporter } from '../exporters/mysql';
import { postgresExporter } from '../exporters/postgres';
import { selectorOf } from '../labels';
import type { DatabaseEndpoints, DatabaseSecret } from './database-endpoints';
import { DATABASE_SCRIPT, type DatabaseFiles, databaseFiles } from './database-files';
import { databasePooler } from './database-pooler';
import { REPLICATION_USER } from './database-settings';
import { ADMIN_PORT } from './mysql-options';

type DatabaseComponent = ComponentOf<'database'>;

/** User ID of `mysql` and `postgres` in the official images. */
const IMAGE_USER = 999;

/** Minute and hour of the daily backup, in UTC. */
const BACKUP_AT = '30 2';

/** Time to flush dirty pages to disk. */
const TERMINATION_SECONDS = 120;

/** Label of all servers of a database, primary and replicas. */
const SERVERS_OF = 'sizing-blueprints/servers-of';

/** Pods of one role: the primary, or its replicas. */
interface Role {
  readonly name: string;
  readonly count: number;
  /** Name of the headless Service of the pods. */
  readonly nodes: string;
  readonly endpoint: Endpoint;
}

function roleOf({ blueprint, paths }: BuildContext, id: string, name: string, count: number): Role {
  const endpoint = { name, labels: { ...selectorOf(blueprint, name), [SERVERS_OF]: id } };
  paths.add(endpoint);
  return { name, count, nodes: `${name}-nodes`, endpoint };
}

/**
 * A database of StatefulSets: a primary and its replicas, with configuration and entrypoint from one ConfigMap. Pods recover
 * by restarting on their volumes. When the volume of the primary is lost, a replica is promoted manually.
 */
export function databaseServers(
  scope: Construct,
  database: DatabaseComponent,
  context: BuildContext,
  secret: DatabaseSecret,
): DatabaseEndpoints {
  const { id, readReplicas, pooler, port } = database;
  const files = databaseFiles(database);
  const ports = [{ name: 'database', port }];
  const primary = roleOf(context, id, id, 1);
  const replicas = readReplicas === 0 ? undefined : roleOf(context, id, `${id}-replica`, readReplicas);
  const roles = replicas === undefined ? [primary] : [primary, replicas];

  dataServiceAccount(scope, id);
  new k8s.KubeConfigMap(scope, 'Config', { metadata: { name: configName(id) }, data: { ...files.files } });
  new k8s.KubeConfigMap(scope, 'Topology', {
    metadata: { name: topologyName(id) },
    data: { PRIMARY: `${primary.name}-0`, PRIMARY_HOST: `${primary.name}-0.${primary.nodes}` },
  });
  for (const role of roles) {
    const inner = new Construct(scope, role.name);
    headlessService(inner, role.nodes, role.endpoint.labels, ports);
    servers(inner, database, context, { role, files, secret });
    // After a promotion, any server may replicate from any other.
    if (replicas !== undefined) for (const other of roles) context.paths.allow(role.endpoint, other.endpoint, [tcp(port)]);
  }
  if (replicas !== undefined && readReplicas > 1) limitDisruptions(scope, replicas.name, replicas.endpoint.labels);

  const primaryName = pooler === 'none' ? id : `${id}-primary`;
  service(scope, primaryName, primary.endpoint, port);
  if (replicas !== undefined) service(scope, readServiceName(id), replicas.endpoint, port);
  const host = replicas === undefined ? primaryName : readServiceName(id);
  backup(scope, database, context, { from: replicas ?? primary, host, files, secret });
  const front = { endpoint: primary.endpoint, host: primaryName };
  const exporter = database.engine === 'postgres' ? 'postgres' : 'mysqld';
  const metrics: MetricsSource[] = roles.map(({ endpoint }) => ({ exporter, endpoint, portName: METRICS_PORT }));
  const writes = pooler === 'none' ? primary.endpoint : databasePooler(scope, database, context, front, secret);
  if (pooler !== 'none') metrics.push({ exporter: 'pgbouncer', endpoint: writes, portName: METRICS_PORT });
  return {
    writes,
    metrics,
    ...(replicas === undefined ? {} : { reads: replicas.endpoint }),
  };
}

function configName(id: string): string {
  return `${id}-config`;
}

function topologyName(id: string): string {
  return `${id}-topology`;
}

function service(scope: Construct, name: string, { labels }: Endpoint, port: number): void {
  new k8s.KubeService(scope, `Service-${name}`, {
    metadata: { name },
    spec: { selector: { ...labels }, ports: [{ name: 'database', port, targetPort: k8s.IntOrString.fromString('database') }] },
  });
}

interface ServersProps {
  readonly role: Role;
  readonly files: DatabaseFiles;
  readonly secret: DatabaseSecret;
}

function servers(scope: Construct, database: DatabaseComponent, { blueprint }: BuildContext, { role, files, secret }: ServersProps): void {
  const { id, engine, engineVersion, pool, port, readReplicas, vcpu, memoryGib, storageGib } = database;
  const { paths } = files;
  const probe = (command: string): k8s.Probe => ({
    exec: { command: ['bash', `${paths.config}/${DATABASE_SCRIPT}`, command] },
    periodSeconds: 10,
    timeoutSeconds: 5,
  });
  dataStatefulSet(scope, 'Servers', blueprint, {
    name: role.name,
    component: id,
    selector: role.endpoint.labels,
    spreadAmong: { 'app.kubernetes.io/instance': blueprint.stackName, [SERVERS_OF]: id },
    replicas: role.count,
    files: files.files,
    service: role.nodes,
    account: id,
    pool,
    user: IMAGE_USER,
    image: engineImage(engine, engineVersion),
    command: ['bash', `${paths.config}/${DATABASE_SCRIPT}`, 'start'],
    ports: [{ name: 'database', port }],
    environment: [
      { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      fromTopology(id, 'PRIMARY'),
      fromTopology(id, 'PRIMARY_HOST'),
      { name: 'PORT', value: String(port) },
      { name: 'REPLICAS', value: String(readReplicas) },
      secretVariable('ROOT_PASSWORD', secret('root-password')),
      secretVariable('APP_PASSWORD', secret('password')),
      secretVariable('REPLICATION_PASSWORD', secret('replication-password')),
    ],
    vcpu,
    memoryMib: memoryGib * MIB_PER_GIB,
    storageGib,
    dataFolder: paths.volume,
    volumes: [
      { name: 'config', configMap: { name: configName(id) }, mountPath: paths.config },
      { name: 'run', emptyDir: { medium: 'Memory', sizeLimit: k8s.Quantity.fromString('16Mi') }, mountPath: paths.run },
      { name: 'tmp', emptyDir: {}, mountPath: '/tmp' },
    ],
    probes: {
      // One day of 10-second periods: the first start copies the primary, and a start after a crash replays the log.
      startup: { ...probe('alive'), failureThreshold: 8_640 },
      readiness: probe('ready'),
      liveness: { ...probe('alive'), failureThreshold: 6 },
    },
    sidecars: [exporterOf(engine, secret('replication-password'), port)],
    terminationGraceSeconds: TERMINATION_SECONDS,
  });
}

function fromTopology(id: string, key: string): k8s.EnvVar {
  return { name: key, valueFrom: { configMapKeyRef: { name: topologyName(id), key } } };
}

/** Exporter sidecar of a server. It connects with TLS where the server requires it. */
function exporterOf(engine: DatabaseComponent['engine'], password: SecretKey, port: number): k8s.Container {
  if (engine === 'postgres') return postgresExporter({ username: REPLICATION_USER, password, port });
  return mysqlExporter({ username: REPLICATION_USER, password, port: ADMIN_PORT });
}

interface BackupProps {
  readonly from: Role;
  readonly host: string;
  readonly files: DatabaseFiles;
  readonly secret: DatabaseSecret;
}

function backup(scope: Construct, database: DatabaseComponent, context: BuildContext, { from, host, files, secret }: BackupProps): void {
  const { id, engine, engineVersion, pool, port, storageGib, backupRetentionDays } = database;
  const { config } = files.paths;
  dailyBackup(scope, context, {
    component: id,
    pool,
    at: BACKUP_AT,
    retentionDays: backupRetentionDays,
    dumpGib: storageGib,
    dump: {
      image: engineImage(engine, engineVersion),
      command: ['bash', `${config}/${DATABASE_SCRIPT}`, 'dump', `${BACKUP_FOLDER}/${files.dumpName}`],
      environment: [
        { name: 'POD_NAME', value: `${id}-backup` },
        { name: 'PRIMARY', value: '' },
        { name: 'PRIMARY_HOST', value: host },
        { name: 'PORT', value: String(port) },
        { name: 'RUN_DIR', value: '/tmp' },
        secretVariable('REPLICATION_PASSWORD', secret('replication-password')),
      ],
      volumes: [{ name: 'config', configMap: { name: configName(id) }, mountPath: config }],
    },
    user: IMAGE_USER,
    servers: from.endpoint,
    port,
  });
}
