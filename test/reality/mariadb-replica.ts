import { type Connection, createConnection } from 'mysql2/promise';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { aivaWithMariadb } from '../support/systems';
import { configMap, DatabasePods } from './database-pods';
import { ownCertificate } from './own-certificate';

export const [PRIMARY, REPLICA] = ['database-0', 'database-replica-0'] as const;

/** A primary of MariaDB and its replica, with the rendered configuration. */
export interface MariadbWithReplica {
  readonly pods: DatabasePods;
  /** A connection of the application to one of them. */
  connect(pod: typeof PRIMARY | typeof REPLICA): Promise<Connection>;
}

/** Runs a measurement on a primary and a replica of MariaDB, which listen at addresses of their own, and stops them. */
export async function withMariadbReplica(
  addresses: Readonly<Record<typeof PRIMARY | typeof REPLICA, string>>,
  measure: (servers: MariadbWithReplica) => Promise<void>,
): Promise<void> {
  const passwords = { ROOT_PASSWORD: 'root', APP_PASSWORD: 'app', REPLICATION_PASSWORD: 'replica' };
  const blueprint = blueprintFor(
    { system: 'aiva', tier: 'small', platform: 'kubernetes', dataStores: 'statefulset', readReplicas: 1 },
    { systems: [aivaWithMariadb()] },
  );
  const pods = new DatabasePods({
    files: configMap(blueprint, 'database-config'),
    folders: { volume: '/var/lib/mysql', run: '/run/mysqld', config: '/config' },
    port: 3306,
    primary: PRIMARY,
    addresses,
    environment: { ...passwords, REPLICAS: '1' },
  });
  const open: Connection[] = [];
  const connect = async (pod: typeof PRIMARY | typeof REPLICA) => {
    const login = { user: 'app', password: passwords.APP_PASSWORD, database: 'app' };
    const connection = await createConnection({ host: addresses[pod], port: pods.port, ssl: { rejectUnauthorized: false }, ...login });
    connection.on('error', () => {});
    open.push(connection);
    return connection;
  };
  try {
    pods.options.push(...ownCertificate(pods.folder));
    await pods.start(PRIMARY, REPLICA);
    await pods.untilReady(PRIMARY, REPLICA);
    await measure({ pods, connect });
  } finally {
    for (const connection of open) connection.destroy();
    await pods.dispose();
  }
}
