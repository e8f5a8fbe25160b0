import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Connection, createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { ADMIN_PORT } from '../../lib/kubernetes/database/mysql-options';
import { METRICS } from '../kubernetes/alerts/metrics';
import { judged } from '../support/judges';
import { aivaWithMariadb } from '../support/systems';
import { configMap, DatabasePods } from './database-pods';
import { metricsOfServers } from './exporter';
import { ownCertificate } from './own-certificate';

const [PRIMARY, FIRST, SECOND] = ['database-0', 'database-replica-0', 'database-replica-1'] as const;
const ADDRESSES = { [PRIMARY]: '127.0.51.1', [FIRST]: '127.0.51.2', [SECOND]: '127.0.51.3' };
const PASSWORDS = { ROOT_PASSWORD: 'root\'s "own"', APP_PASSWORD: "app's \\ own", REPLICATION_PASSWORD: "replica's own" };

/** Numbers whose storage the server acknowledged to a writer. */
interface Written {
  readonly acknowledged: number[];
  readonly stop: () => Promise<void>;
}

judged('mariadbd', () => {
  const blueprint = blueprintFor(
    { system: 'aiva', tier: 'small', platform: 'kubernetes', dataStores: 'statefulset', readReplicas: 2 },
    { systems: [aivaWithMariadb()] },
  );
  let pods: DatabasePods;
  const open: Connection[] = [];

  async function connect(pod: keyof typeof ADDRESSES, user = 'app'): Promise<Connection> {
    const password = user === 'app' ? PASSWORDS.APP_PASSWORD : PASSWORDS.REPLICATION_PASSWORD;
    const connection = await createConnection({
      host: ADDRESSES[pod],
      port: pods.port,
      user,
      password,
      ...(user === 'app' ? { database: 'app' } : {}),
      ssl: { rejectUnauthorized: false },
    });
    connection.on('error', () => {});
    open.push(connection);
    return connection;
  }

  async function numbersOn(pod: keyof typeof ADDRESSES): Promise<number[]> {
    const connection = await connect(pod);
    const [rows] = await connection.query({ sql: 'SELECT n FROM written ORDER BY n', rowsAsArray: true });
    return (rows as number[][]).flat();
  }

  /** Writes one number after the other, from several concurrent clients, until it is stopped or the server fails. */
  async function write(pod: keyof typeof ADDRESSES): Promise<Written> {
    const acknowledged: number[] = [];
    let next = 0;
    let stopped = false;
    const client = async (): Promise<void> => {
      const connection = await connect(pod);
      while (!stopped) {
        const number = next++;
        await connection.query('INSERT INTO written VALUES (?)', [number]);
        acknowledged.push(number);
      }
    };
    const clients = Promise.allSettled(Array.from({ length: 4 }, client));
    return {
      acknowledged,
      stop: async () => {
        stopped = true;
        await clients;
      },
    };
  }

  beforeAll(async () => {
    const folders = { volume: '/var/lib/mysql', run: '/run/mysqld', config: '/config' };
    const { PRIMARY: primary = '' } = configMap(blueprint, 'database-topology');
    pods = new DatabasePods({
      files: configMap(blueprint, 'database-config'),
      folders,
      port: 3306,
      primary,
      addresses: ADDRESSES,
      environment: { ...PASSWORDS, REPLICAS: '2' },
    });
    pods.options.push(...ownCertificate(pods.folder));
    await pods.start(PRIMARY, FIRST);
    await pods.untilReady(PRIMARY, FIRST);
  });

  afterAll(async () => {
    for (const connection of open) connection.destroy();
    await pods?.dispose();
  });

  // The tests depend on their order: each continues from the state after the previous one.
  describe('the MariaDB servers of the manifests', () => {
    test('a replica replicates from the first transaction on, and refuses writes', async () => {
      const writer = await connect(PRIMARY);
      await writer.query('CREATE TABLE written (n INT PRIMARY KEY)');
      await writer.query('INSERT INTO written VALUES (-1)');
      await pods.until('replicated', async () => (await numbersOn(FIRST).catch(() => [])).length === 1);
      const reader = await connect(FIRST);
      await expect(reader.query('INSERT INTO written VALUES (-2)')).rejects.toThrow(/read-only/);
    });

    test('a new replica is copied from the primary when the first binary log no longer exists', async () => {
      pods.sql(PRIMARY, 'FLUSH BINARY LOGS');
      // The server does not purge a binary log that a replica still reads.
      await pods.until('without its first changes', () => {
        pods.sql(PRIMARY, "PURGE BINARY LOGS TO 'binlog.000002'");
        return !pods.sql(PRIMARY, 'SHOW BINARY LOGS').includes('binlog.000001');
      });
      await pods.start(SECOND);
      await pods.untilReady(SECOND);
      expect(pods.said(SECOND)).toContain('copying app');
      expect(await numbersOn(SECOND)).toEqual([-1]);
    });

    test('no commit is acknowledged before a replica has received it', async () => {
      for (const pod of [FIRST, SECOND]) pods.sql(pod, 'STOP SLAVE IO_THREAD');
      const writer = await connect(PRIMARY);
      let acknowledged = false;
      const write = writer.query('INSERT INTO written VALUES (-3)').then(() => {
        acknowledged = true;
      });
      await pods.until('waiting', () => pods.sql(PRIMARY, 'SHOW PROCESSLIST').includes('Waiting for semi-sync ACK from slave'));
      expect(acknowledged).toBe(false);
      expect(pods.isReady(FIRST)).toBe(false);
      pods.sql(SECOND, 'START SLAVE IO_THREAD');
      await write;
      pods.sql(FIRST, 'START SLAVE IO_THREAD');
      await pods.untilReady(FIRST, SECOND);
    });

    test('probes and the exporter connect while the application has all connections, and slow queries are in the output', async () => {
      const writer = await connect(PRIMARY);
      await writer.query('SET SESSION long_query_time = 0.1');
      await writer.query("SELECT SLEEP(0.2), 'a slow query'");
      await pods.until('in the output', () => pods.said(PRIMARY).includes("SELECT SLEEP(0.2), 'a slow query'"));
      const taken: Connection[] = [];
      for (let next = await connect(PRIMARY).catch(() => undefined); next; next = await connect(PRIMARY).catch(() => undefined))
        taken.push(next);
      expect(taken.length).toBeGreaterThan(20);
      expect(pods.isReady(PRIMARY)).toBe(true);
      for (const connection of taken) connection.destroy();
    });

    judged('prometheus-mysqld-exporter', () => {
      test('the exporter serves every metric of the alert rules', async () => {
        const servers = { database: `${ADDRESSES[PRIMARY]}:${ADMIN_PORT}`, 'database-replica': `${ADDRESSES[FIRST]}:${ADMIN_PORT}` };
        const exposed = await metricsOfServers('prometheus-mysqld-exporter', blueprint, servers, {
          'replication-password': PASSWORDS.REPLICATION_PASSWORD,
        });
        // MySQL has the newer names of columns, and a StatefulSet is no group.
        const names = (METRICS.mysqld_exporter?.names ?? []).filter(
          (name) => !/slave_status_replica|_behind_source|replication_group/.test(name),
        );
        expect(names.length).toBeGreaterThan(7);
        expect(names.filter((name) => !exposed.has(name))).toEqual([]);
      });
    });

    test('replicas serve reads while the primary is away, and replicate again when it is back', async () => {
      await pods.kill(PRIMARY);
      await pods.until('noticed', () => pods.sql(FIRST, 'SHOW SLAVE STATUS').includes('Connecting'));
      expect(pods.isReady(FIRST)).toBe(true);
      await pods.start(PRIMARY);
      await pods.untilReady(PRIMARY, FIRST);
    });

    test('no acknowledged write is lost with the primary', async () => {
      const written = await write(PRIMARY);
      await pods.until('busy', () => written.acknowledged.length > 200);
      await pods.kill(PRIMARY);
      await written.stop();
      const sequence = (pod: string) => Number(pods.run(pod, 'position').stdout.trim().split('-')[2]);
      const best = sequence(FIRST) >= sequence(SECOND) ? FIRST : SECOND;
      const other = best === FIRST ? SECOND : FIRST;
      pods.lead(best);
      expect(pods.run(best, 'promote')).toMatchObject({ status: 0 });
      const kept = new Set(await numbersOn(best));
      expect(written.acknowledged.filter((number) => !kept.has(number))).toEqual([]);
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
      expect(await numbersOn(PRIMARY)).toEqual(await numbersOn(FIRST));
    });

    test('a backup contains every row', async () => {
      const file = join(pods.folder, 'app.sql.gz');
      expect(pods.run(PRIMARY, 'dump', file)).toMatchObject({ status: 0 });
      expect(gunzipSync(readFileSync(file)).toString()).toContain('(1000000)');
    });
  });
});
