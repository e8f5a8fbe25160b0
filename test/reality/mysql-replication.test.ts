import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Connection, createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { ADMIN_PORT } from '../../lib/kubernetes/database/mysql-options';
import { METRICS } from '../kubernetes/alerts/metrics';
import { judged } from '../support/judges';
import { configMap, DatabasePods } from './database-pods';
import { metricsOfServers } from './exporter';

const [PRIMARY, FIRST, SECOND] = ['database-0', 'database-replica-0', 'database-replica-1'] as const;
const ADDRESSES = { [PRIMARY]: '127.0.53.1', [FIRST]: '127.0.53.2', [SECOND]: '127.0.53.3' };
const PASSWORDS = { ROOT_PASSWORD: 'root\'s "own"', APP_PASSWORD: "app's \\ own", REPLICATION_PASSWORD: "replica's own" };
type Pod = keyof typeof ADDRESSES;

/** The attempts after which a replica of MySQL gives up by default, and one more. */
const MORE_THAN_DEFAULT_ATTEMPTS_MS = 12_000;

judged('mysqld', () => {
  const blueprint = blueprintFor({ system: 'aiva', tier: 'small', platform: 'kubernetes', dataStores: 'statefulset', readReplicas: 2 });
  let pods: DatabasePods;
  const open: Connection[] = [];

  async function connect(pod: Pod): Promise<Connection> {
    const connection = await createConnection({
      host: ADDRESSES[pod],
      port: pods.port,
      user: 'app',
      password: PASSWORDS.APP_PASSWORD,
      database: 'app',
      ssl: { rejectUnauthorized: false },
    });
    connection.on('error', () => {});
    open.push(connection);
    return connection;
  }

  async function numbersOn(pod: Pod): Promise<number[]> {
    const connection = await connect(pod);
    const [rows] = await connection.query({ sql: 'SELECT n FROM written ORDER BY n', rowsAsArray: true });
    await connection.end();
    return (rows as number[][]).flat();
  }

  /** A value of a server, from a statement with one column and one row. */
  const valueOn = (pod: Pod, statement: string): string => pods.sql(pod, statement).trim().split('\n').at(-1) ?? '';

  beforeAll(async () => {
    const { PRIMARY: primary = '' } = configMap(blueprint, 'database-topology');
    pods = new DatabasePods({
      files: configMap(blueprint, 'database-config'),
      folders: { volume: '/var/lib/mysql', run: '/run/mysqld', config: '/config' },
      port: 3306,
      primary,
      addresses: ADDRESSES,
      environment: { ...PASSWORDS, REPLICAS: '2' },
    });
    await pods.start(PRIMARY, FIRST);
    await pods.untilReady(PRIMARY, FIRST);
  });

  afterAll(async () => {
    for (const connection of open) connection.destroy();
    await pods?.dispose();
  });

  // The tests depend on their order: each continues from the state after the previous one.
  describe('the MySQL servers of the manifests', () => {
    test('accept the configuration without an error, and listen to nothing but the protocol of MySQL', () => {
      expect(
        pods
          .said(PRIMARY)
          .split('\n')
          .filter((line) => line.includes('[ERROR]')),
      ).toEqual([]);
      expect(
        valueOn(PRIMARY, "SELECT COUNT(*) FROM information_schema.PLUGINS WHERE PLUGIN_NAME = 'mysqlx' AND PLUGIN_STATUS = 'ACTIVE'"),
      ).toBe('0');
    });

    test('a slow query is in the output of the pod', async () => {
      const connection = await connect(PRIMARY);
      await connection.query('SET SESSION long_query_time = 0.1');
      await connection.query("SELECT SLEEP(0.2), 'a slow query'");
      await pods.until('in the output', () => pods.said(PRIMARY).includes("SELECT SLEEP(0.2), 'a slow query'"));
    });

    test('a replica replicates from the first transaction on, and refuses writes', async () => {
      const writer = await connect(PRIMARY);
      await writer.query('CREATE TABLE written (n INT PRIMARY KEY)');
      await writer.query('INSERT INTO written VALUES (-1)');
      await pods.until('replicated', async () => (await numbersOn(FIRST).catch(() => [])).length === 1);
      const reader = await connect(FIRST);
      await expect(reader.query('INSERT INTO written VALUES (-2)')).rejects.toThrow(/read-only/);
    });

    // MySQL 8.4 Reference Manual, 27.7: without log_bin_trust_function_creators, error 1419.
    test('the application creates triggers and events', async () => {
      const writer = await connect(PRIMARY);
      await writer.query('CREATE TABLE noted (n INT)');
      await writer.query('CREATE TRIGGER note AFTER INSERT ON written FOR EACH ROW INSERT INTO noted VALUES (NEW.n)');
      await writer.query('CREATE EVENT tidy ON SCHEDULE EVERY 1 DAY STARTS CURRENT_TIMESTAMP + INTERVAL 1 DAY DO DELETE FROM noted');
    });

    test('a new replica is copied from the primary when the first binary log no longer exists', async () => {
      pods.sql(PRIMARY, 'FLUSH BINARY LOGS');
      await pods.until('without its first changes', () => {
        pods.sql(PRIMARY, "PURGE BINARY LOGS TO 'binlog.000002'");
        return !pods.sql(PRIMARY, 'SHOW BINARY LOGS').includes('binlog.000001');
      });
      await pods.start(SECOND);
      await pods.untilReady(SECOND);
      expect(pods.said(SECOND)).toContain('copying app');
      expect(await numbersOn(SECOND)).toEqual([-1]);
    });

    test('probes and the monitoring work while the application has all connections', async () => {
      const most = Number(valueOn(PRIMARY, 'SELECT @@max_connections'));
      const taken: Connection[] = [];
      for (;;) {
        const connection = await connect(PRIMARY).catch(() => undefined);
        if (connection === undefined) break;
        taken.push(connection);
      }
      expect(taken.length).toBeGreaterThan(most / 2);
      expect(pods.isReady(PRIMARY)).toBe(true);
      const scrape = { host: ADDRESSES[PRIMARY], port: ADMIN_PORT, user: 'replication', password: PASSWORDS.REPLICATION_PASSWORD };
      const monitor = await createConnection({ ...scrape, ssl: { rejectUnauthorized: false } });
      const [rows] = await monitor.query({ sql: 'SELECT 1', rowsAsArray: true });
      expect(rows).toEqual([[1]]);
      await monitor.end();
      for (const connection of taken) connection.destroy();
    });

    judged('prometheus-mysqld-exporter', () => {
      test('the exporter serves every metric of the alert rules', async () => {
        const servers = { database: `${ADDRESSES[PRIMARY]}:${ADMIN_PORT}`, 'database-replica': `${ADDRESSES[FIRST]}:${ADMIN_PORT}` };
        const exposed = await metricsOfServers('prometheus-mysqld-exporter', blueprint, servers, {
          'replication-password': PASSWORDS.REPLICATION_PASSWORD,
        });
        // MariaDB has the former names of columns, and a StatefulSet is no group.
        const names = (METRICS.mysqld_exporter?.names ?? []).filter(
          (name) => !/slave_status_slave|_behind_master|replication_group/.test(name),
        );
        expect(names.length).toBeGreaterThan(7);
        expect(names.filter((name) => !exposed.has(name))).toEqual([]);
      });
    });

    test('no commit is acknowledged before a replica has received it', async () => {
      for (const pod of [FIRST, SECOND]) pods.sql(pod, 'STOP REPLICA IO_THREAD');
      const writer = await connect(PRIMARY);
      let acknowledged = false;
      const write = writer.query('INSERT INTO written VALUES (-3)').then(() => {
        acknowledged = true;
      });
      await pods.until('waiting', () => pods.sql(PRIMARY, 'SHOW PROCESSLIST').includes('Waiting for semi-sync ACK from replica'));
      expect(acknowledged).toBe(false);
      expect(pods.isReady(FIRST)).toBe(false);
      pods.sql(SECOND, 'START REPLICA IO_THREAD');
      await write;
      pods.sql(FIRST, 'START REPLICA IO_THREAD');
      await pods.untilReady(FIRST, SECOND);
    });

    test('replicas serve reads while the primary is away, and replicate again when it is back, however long it was away', async () => {
      // One attempt a second instead of one in five: the default of SOURCE_RETRY_COUNT is 10 attempts.
      pods.sql(FIRST, 'STOP REPLICA IO_THREAD; CHANGE REPLICATION SOURCE TO SOURCE_CONNECT_RETRY = 1; START REPLICA IO_THREAD');
      await pods.untilReady(FIRST);
      await pods.kill(PRIMARY);
      await pods.until('noticed', () =>
        pods.sql(FIRST, 'SELECT SERVICE_STATE FROM performance_schema.replication_connection_status').includes('CONNECTING'),
      );
      expect(pods.isReady(FIRST)).toBe(true);
      const away = Date.now();
      await pods.until('away', () => Date.now() - away > MORE_THAN_DEFAULT_ATTEMPTS_MS);
      expect(pods.isReady(FIRST)).toBe(true);
      await pods.start(PRIMARY);
      await pods.untilReady(PRIMARY);
      const writer = await connect(PRIMARY);
      await writer.query('INSERT INTO written VALUES (-4)');
      await pods.until('replicated', async () => (await numbersOn(FIRST)).includes(-4));
    });

    test('a backup of a replica contains every row, and its events are enabled', async () => {
      const file = join(pods.folder, 'app.sql.gz');
      pods.lead(FIRST);
      expect(pods.run(FIRST, 'dump', file)).toMatchObject({ status: 0 });
      pods.lead(PRIMARY);
      const dump = gunzipSync(readFileSync(file)).toString();
      expect(dump).toContain('(-4)');
      expect(dump).toMatch(/EVENT `tidy` .* ENABLE DO DELETE FROM noted/);
    });

    test('no acknowledged write is lost with the primary, and its events run on the new one', async () => {
      const writer = await connect(PRIMARY);
      const acknowledged: number[] = [];
      const writes = (async () => {
        for (let number = 0; ; number++) {
          await writer.query('INSERT INTO written VALUES (?)', [number]);
          acknowledged.push(number);
        }
      })().catch(() => {});
      await pods.until('busy', () => acknowledged.length > 100);
      await pods.kill(PRIMARY);
      await writes;
      const isAhead =
        valueOn(FIRST, `SELECT GTID_SUBSET('${pods.run(SECOND, 'position').stdout}', '${pods.run(FIRST, 'position').stdout}')`) === '1';
      const [best, other] = isAhead ? ([FIRST, SECOND] as const) : ([SECOND, FIRST] as const);
      pods.lead(best);
      expect(pods.run(best, 'promote')).toMatchObject({ status: 0 });
      const kept = new Set(await numbersOn(best));
      expect(acknowledged.filter((number) => !kept.has(number))).toEqual([]);
      expect(valueOn(best, "SELECT STATUS FROM information_schema.EVENTS WHERE EVENT_NAME = 'tidy'")).toBe('ENABLED');
      await pods.stop(other);
      await pods.start(other);
      await pods.untilReady(other);
      const after = await connect(best);
      await after.query('INSERT INTO written VALUES (1000000)');
      await pods.until('the other replica follows the new primary', async () => (await numbersOn(other)).includes(1_000_000));
    });

    test('the former primary becomes a replica of the new one', async () => {
      await pods.start(PRIMARY);
      await pods.untilReady(PRIMARY);
      await pods.until('caught up', async () => (await numbersOn(PRIMARY)).includes(1_000_000));
    });
  });
});
