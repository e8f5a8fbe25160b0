import { type Connection, createConnection } from 'mysql2/promise';
import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { judged } from '../support/judges';
import { aivaWithMariadb } from '../support/systems';
import { configMap, DatabasePods } from './database-pods';
import { appliedSeconds, CHANGES, type LagServers, measuredLag, modelledLag, SLEEP } from './lag-load';
import { ownCertificate } from './own-certificate';

const [PRIMARY, REPLICA] = ['database-0', 'database-replica-0'] as const;

/** Seconds that a change sleeps on the replica. */
const SECONDS = 0.015;
const COUNT = 1_000;
const BURST = 200;

/** Threads that apply changes, and the load that they have on average. */
const LOADS = [
  { threads: 1, load: 0.7 },
  { threads: 4, load: 0.6 },
  { threads: 4, load: 1.2 },
] as const;

/** The 95th percentile of 1,000 changes that wait for each other varies by a sixth between runs. */
const TOLERANCE = 0.35;

const figure = (value: number) => value.toPrecision(3);

judged('mariadbd', () => {
  test('changes are visible on a replica of MariaDB after the modelled time', async () => {
    const addresses = { [PRIMARY]: '127.0.55.1', [REPLICA]: '127.0.55.2' };
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
    const connect = async (host: string) => {
      const login = { user: 'app', password: passwords.APP_PASSWORD, database: 'app' };
      const connection = await createConnection({ host, port: pods.port, ssl: { rejectUnauthorized: false }, ...login });
      connection.on('error', () => {});
      open.push(connection);
      return connection;
    };
    try {
      pods.options.push(...ownCertificate(pods.folder));
      await pods.start(PRIMARY, REPLICA);
      await pods.untilReady(PRIMARY, REPLICA);
      const [primary, replica] = [await connect(addresses[PRIMARY]), await connect(addresses[REPLICA])];
      await primary.query(CHANGES);
      await pods.until('the table on the replica', () =>
        replica.query('SELECT 1 FROM changes').then(
          () => true,
          () => false,
        ),
      );
      pods.sql(REPLICA, `SET sql_log_bin = 0; USE app; ${SLEEP}; SET GLOBAL slave_run_triggers_for_rbr = 'YES'`);
      const servers: LagServers = {
        onPrimary: (statement) => primary.query(statement),
        lastOnReplica: async () => {
          const [rows] = await replica.query('SELECT COALESCE(MAX(id), 0) AS last FROM changes');
          return Number((rows as { readonly last: number }[])[0]?.last);
        },
      };
      const setThreads = (threads: number) =>
        pods.sql(
          REPLICA,
          `STOP SLAVE; SET GLOBAL slave_parallel_threads = ${threads}, GLOBAL slave_parallel_mode = 'aggressive'; START SLAVE`,
        );
      setThreads(0);
      const seconds = await appliedSeconds(servers, SECONDS, BURST);
      for (const { threads, load } of LOADS) {
        setThreads(threads === 1 ? 0 : threads);
        const rate = load / seconds;
        const measured = await measuredLag(servers, { rate, seconds: SECONDS, count: COUNT });
        const modelled = modelledLag({ rate, seconds }, threads);
        console.log(
          `mariadb: ${threads} threads with a load of ${load}: p95 of the lag ${figure(measured)} s, modelled ${figure(modelled)} s`,
        );
        expect(measured / modelled, `${threads} threads, load ${load}`).toBeGreaterThan(1 - TOLERANCE);
        expect(measured / modelled, `${threads} threads, load ${load}`).toBeLessThan(1 + TOLERANCE);
      }
    } finally {
      for (const connection of open) connection.destroy();
      await pods.dispose();
    }
  }, 300_000);
});
