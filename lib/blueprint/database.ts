import { AWS_VERSIONS } from '../conventions/aws-versions';
import { shown } from '../core/problems';
import { SECONDS_PER_MINUTE } from '../core/time';
import type { Database } from '../model/database';
import { unprotectedDatabasesOf } from '../model/options';
import type { Tier } from '../model/tier';
import { chooseDataStoreNode } from '../selection/choose-data-store';
import { connectionsThatFit, connectionsToConfigure, mysqlParameters, rdsServerMemoryGib } from '../selection/mysql-settings';
import { postgresParameters } from '../selection/postgres-settings';
import { rdsMemoryFormulas } from '../selection/rds-memory-formulas';
import { choose, deploymentOf, type Place, type Resolving } from './context';
import type { ResolvedDatabase } from './resolved-component';

/** Ports by engine. */
const PORTS = { mysql: 3306, mariadb: 3306, postgres: 5432 } as const;

/** Connection poolers in clusters, where RDS Proxy does not exist. This project has none for MySQL and MariaDB. */
const POOLERS_IN_CLUSTERS = { mysql: 'none', mariadb: 'none', postgres: 'pgbouncer' } as const;

/** Resolves a database: instance class, parameters and connections. */
export function resolveDatabase(id: string, database: Database, resolving: Resolving): ResolvedDatabase {
  const { options, offers, tier } = resolving;
  const runs = deploymentOf(resolving, id);
  const managed = runs.deployment === 'managed';
  const inCluster = !managed && runs.form !== undefined;
  const chosen = managed
    ? choose(resolving, id, { path: `components.${id}`, pinnedPath: `components.${id}.instanceClass` }, () =>
        chooseDataStoreNode(
          {
            vcpu: database.vcpu,
            memoryGib: database.memoryGib,
            burstable: database.burstable,
            ...(database.instanceClass === undefined ? {} : { pinned: database.instanceClass }),
          },
          offers.database[database.engine],
        ),
      )
    : undefined;
  const memoryGib = chosen?.offer.memoryGib ?? database.memoryGib;
  const maxConnections = connectionsToConfigure(serverConnections(id, database, resolving), database.connections);
  checkConnections(id, database, memoryGib, maxConnections, resolving);
  if (inCluster) checkPooler(id, database, resolving);
  const serverMemoryGib = managed ? rdsServerMemoryGib(memoryGib) : memoryGib;
  const parameters = {
    ...(database.engine === 'postgres'
      ? { max_connections: String(maxConnections), ...(managed ? {} : postgresParameters(memoryGib)) }
      : mysqlParameters(serverMemoryGib, maxConnections, database.engine)),
    ...database.parameters,
  };
  return {
    kind: 'database',
    id,
    ...runs,
    engine: database.engine,
    engineVersion: AWS_VERSIONS[database.engine].version,
    port: PORTS[database.engine],
    ...(chosen === undefined ? {} : { instanceClass: chosen.offer.type }),
    vcpu: chosen?.offer.vcpu ?? database.vcpu,
    memoryGib,
    storageGib: storageGib(id, database, resolving),
    ...(managed && database.iops !== undefined ? { iops: database.iops } : {}),
    multiAz: (managed || inCluster) && (options.highAvailability ?? tier.highAvailability),
    readReplicas: managed || inCluster ? options.readReplicas : 0,
    maxConnections,
    parameters: managed ? rdsMemoryFormulas(parameters, serverMemoryGib) : parameters,
    backupRetentionDays: database.backupRetentionDays,
    pooler: inCluster && database.pooler === 'rds-proxy' ? POOLERS_IN_CLUSTERS[database.engine] : database.pooler,
    ...(database.poolerLimits === undefined ? {} : { poolerLimits: database.poolerLimits }),
    ...(unprotectedDatabasesOf(options.unprotectedDatabases).includes(id) ? { isUnprotected: true as const } : {}),
    ...(resolving.fixedNames.has(id) ? { fixedName: true } : {}),
    ...(resolving.place?.replicates.includes(id) ? replication(resolving.place, tier) : {}),
  };
}

function replication({ primary, copiedTo }: Place, { published }: Tier): Pick<ResolvedDatabase, 'replicaRegions' | 'replicaOf'> {
  if (primary === undefined) return { replicaRegions: copiedTo };
  const rpoMinutes = published?.rpoMinutes;
  return {
    replicaOf: { region: primary, ...(rpoMinutes === undefined ? {} : { alarmLagSeconds: rpoMinutes * SECONDS_PER_MINUTE }) },
  };
}

/** Connections that all services together can open at their maximum number of instances. */
function connectionsOfServices(databaseId: string, { components }: Resolving): number {
  return Object.values(components).reduce(
    (sum, component) =>
      component.kind === 'service' && component.uses.includes(databaseId) ? sum + component.databasePool * component.instances.max : sum,
    0,
  );
}

/** Connections to the server: those of the services, or with a pooler at most those that it opens. */
function serverConnections(id: string, { pooler, poolerLimits }: Database, resolving: Resolving): number {
  const clients = connectionsOfServices(id, resolving);
  if (pooler === 'none' || poolerLimits === undefined) return clients;
  if (clients > poolerLimits.clientConnections) {
    resolving.problems.push({
      path: `components.${id}.poolerLimits.clientConnections`,
      received: String(poolerLimits.clientConnections),
      expected: `at least ${clients}, the number of connections that the services can open (pool size × maximum instances)`,
    });
  }
  return Math.min(clients, poolerLimits.serverConnections);
}

function checkPooler(id: string, { engine, pooler }: Database, { problems }: Resolving): void {
  if (engine === 'postgres' || pooler !== 'pgbouncer') return;
  problems.push({
    path: `components.${id}.pooler`,
    received: shown(pooler),
    expected: `none with engine ${engine}: PgBouncer requires PostgreSQL`,
  });
}

function checkConnections(id: string, database: Database, memoryGib: number, maxConnections: number, resolving: Resolving): void {
  const limit = connectionsThatFit(memoryGib, database.engine);
  if (maxConnections <= limit) return;
  resolving.problems.push({
    path: `components.${id}`,
    reason: `requires ${maxConnections} connections (pool size × maximum instances, plus a reserve)`,
    expected: `at most ${limit} with ${memoryGib} GiB: lower databasePool or instances.max of the services, or raise memoryGib`,
  });
}

/** The larger of the storage of the tier and the existing storage, because storage never shrinks. */
function storageGib(id: string, database: Database, { options, problems }: Resolving): number {
  const existing = options.databaseStorageGib;
  if (existing === undefined || existing === database.storageGib) return database.storageGib;
  if (existing < database.storageGib && existing * 1.1 > database.storageGib) {
    problems.push({
      path: 'databaseStorageGib',
      received: String(existing),
      expected: `at least ${database.storageGib}, or a size that ${id} exceeds by at least 10%, which RDS requires`,
    });
  }
  return Math.max(existing, database.storageGib);
}
