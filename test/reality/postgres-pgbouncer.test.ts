import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { objectsOf } from '../../lib/kubernetes/manifests/manifests';
import { METRICS } from '../kubernetes/alerts/metrics';
import { judged, programPath } from '../support/judges';
import { configMap, DatabasePods } from './database-pods';
import { metricsOfServers, scrapedMetrics } from './exporter';
import { serverUser } from './server-user';

const [PRIMARY, FIRST, SECOND] = ['database-0', 'database-replica-0', 'database-replica-1'] as const;
const ADDRESSES = { [PRIMARY]: '127.0.52.1', [FIRST]: '127.0.52.2', [SECOND]: '127.0.52.3' };
const POOLER = '127.0.52.9';
const PASSWORDS = { APP_PASSWORD: 'app\'s \\ "own"', REPLICATION_PASSWORD: 'replica:s\\own' };

/** PgBouncer, started as by the Deployment of the manifests. */
class Pooler {
  readonly #child: ChildProcess;
  #output = '';

  constructor(
    folder: string,
    files: Readonly<Record<string, string>>,
    ports: { readonly from: number; readonly to: number },
    serverAddress: string,
  ) {
    const user = serverUser();
    const moved = (text: string) =>
      text
        .replaceAll('/run/pgbouncer', folder)
        .replaceAll('0.0.0.0', POOLER)
        .replaceAll(`port = ${ports.from}`, `port = ${ports.to}`)
        .replaceAll(`host=database-primary port=${ports.from}`, `host=${serverAddress} port=${ports.to}`);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), moved(text), { mode: 0o644 });
    this.#child = spawn('sh', [join(folder, 'pgbouncer.sh')], {
      env: { PATH: programPath(), CONFIG_DIR: folder, RUN_DIR: folder, APP_PASSWORD: PASSWORDS.APP_PASSWORD },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.on('data', (text: Buffer) => (this.#output += text));
  }

  get said(): string {
    return this.#output;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}

judged('postgres', () => {
  // On AWS the tier has RDS Proxy; here PgBouncer, and two replicas.
  const blueprint = blueprintFor({
    system: 'assistant',
    tier: 'pooled',
    platform: 'kubernetes',
    dataStores: 'statefulset',
    readReplicas: 2,
  });
  let pods: DatabasePods;
  let pooler: Pooler | undefined;
  let leader: keyof typeof ADDRESSES = PRIMARY;
  const open: Client[] = [];

  async function connect(host: string, name = 'direct'): Promise<Client> {
    const login = { user: 'app', password: PASSWORDS.APP_PASSWORD, database: 'app' };
    const client = new Client({ host, port: pods.port, application_name: name, ...login });
    client.on('error', () => {});
    await client.connect();
    open.push(client);
    return client;
  }

  async function numbersOn(pod: keyof typeof ADDRESSES): Promise<number[]> {
    const { rows } = await (await connect(ADDRESSES[pod])).query<{ n: number }>('SELECT n FROM written ORDER BY n');
    return rows.map(({ n }) => n);
  }

  beforeAll(async () => {
    const user = serverUser();
    pods = new DatabasePods({
      files: configMap(blueprint, 'database-config'),
      folders: { volume: '/var/lib/postgresql', run: '/run/postgresql', config: '/config' },
      port: 5432,
      primary: configMap(blueprint, 'database-topology').PRIMARY ?? '',
      addresses: ADDRESSES,
      environment: { ...PASSWORDS, REPLICAS: '2' },
      ...(user === undefined ? {} : { user }),
    });
    await pods.start(PRIMARY, FIRST, SECOND);
    await pods.untilReady(PRIMARY, FIRST, SECOND);
  });

  afterAll(async () => {
    await Promise.allSettled(open.map((client) => client.end()));
    await pooler?.stop();
    await pods?.dispose();
  });

  // The tests depend on their order: each continues from the state after the previous one.
  describe('the PostgreSQL servers of the manifests', () => {
    test('replicas replicate and refuse writes', async () => {
      const writer = await connect(ADDRESSES[PRIMARY]);
      await writer.query('CREATE TABLE written (n INT PRIMARY KEY)');
      await writer.query('INSERT INTO written VALUES (-1)');
      await pods.until('replicated', async () => (await numbersOn(SECOND).catch(() => [])).length === 1);
      await expect((await connect(ADDRESSES[FIRST])).query('INSERT INTO written VALUES (-2)')).rejects.toThrow(/read-only transaction/);
    });

    judged('prometheus-postgres-exporter', () => {
      test('the exporter serves every metric of the alert rules', async () => {
        const servers = { database: `${ADDRESSES[PRIMARY]}:${pods.port}`, 'database-replica': `${ADDRESSES[FIRST]}:${pods.port}` };
        const exposed = await metricsOfServers('prometheus-postgres-exporter', blueprint, servers, {
          'replication-password': PASSWORDS.REPLICATION_PASSWORD,
        });
        expect((METRICS.postgres_exporter?.names ?? ['none']).filter((name) => !exposed.has(name))).toEqual([]);
      });
    });

    test('only the users of the manifests can connect, with a password', async () => {
      const connection = { host: ADDRESSES[PRIMARY], port: pods.port };
      await expect(new Client({ ...connection, user: 'app', password: 'guessed', database: 'app' }).connect()).rejects.toThrow(/password/);
      await expect(new Client({ ...connection, user: 'postgres', database: 'postgres' }).connect()).rejects.toThrow(/pg_hba/);
    });

    test('no acknowledged write is lost with the primary, which becomes a replica', async () => {
      const acknowledged: number[] = [];
      let next = 0;
      const write = async (): Promise<void> => {
        const client = await connect(ADDRESSES[PRIMARY]);
        for (;;) {
          const number = next++;
          await client.query('INSERT INTO written VALUES ($1)', [number]);
          acknowledged.push(number);
        }
      };
      const writers = Promise.allSettled([write(), write(), write()]);
      await pods.until('busy', () => acknowledged.length > 200);
      await pods.kill(PRIMARY);
      await writers;
      const received = (pod: string) => {
        const [high = '', low = ''] = pods.run(pod, 'position').stdout.trim().split('/');
        return BigInt(`0x${high}`) * 2n ** 32n + BigInt(`0x${low}`);
      };
      const [best, other] = received(FIRST) >= received(SECOND) ? [FIRST, SECOND] : [SECOND, FIRST];
      leader = best;
      pods.lead(best);
      await pods.stop(other);
      const promotion = pods.run(best, 'promote');
      expect(promotion).toMatchObject({ status: 0 });
      const kept = new Set(await numbersOn(best));
      expect(acknowledged.filter((number) => !kept.has(number))).toEqual([]);
      await pods.start(other, PRIMARY);
      await pods.untilReady(other, PRIMARY);
      await (await connect(ADDRESSES[best])).query('INSERT INTO written VALUES (1000000)');
      for (const pod of [other, PRIMARY] as const) await pods.until('caught up', async () => (await numbersOn(pod)).includes(1_000_000));
    });

    test('a backup can be restored', () => {
      const file = join(pods.folder, 'app.dump');
      expect(pods.run(FIRST, 'dump', file)).toMatchObject({ status: 0 });
      const { stdout } = spawnSync('pg_restore', ['--file=-', file], { encoding: 'utf8', env: { ...process.env, PATH: programPath() } });
      expect(stdout).toContain('\n1000000\n');
    });
  });

  judged('pgbouncer', () => {
    test('clients share fewer server connections than there are clients', async () => {
      const files = configMap(blueprint, 'database-pooler-config');
      const admitted = Number(/max_db_connections = (\d+)/.exec(files['pgbouncer.ini'] ?? '')?.[1]);
      pooler = new Pooler(pods.addFolder('pooler'), files, { from: 5432, to: pods.port }, ADDRESSES[leader]);
      await pods.until('pooler answers', () =>
        connect(POOLER, 'pooled').then(
          () => true,
          () => false,
        ),
      );
      const clients = await Promise.all(Array.from({ length: 3 * admitted }, () => connect(POOLER, 'pooled')));
      const server = await connect(ADDRESSES[leader]);
      let most = 0;
      let done = false;
      const watch = (async () => {
        while (!done) {
          const { rows } = await server.query<{ n: string }>(
            "SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = 'pooled'",
          );
          most = Math.max(most, Number(rows[0]?.n));
        }
      })();
      await Promise.all(
        clients.map(async (client, n) => {
          await client.query('BEGIN');
          await client.query('INSERT INTO written VALUES ($1)', [2_000_000 + n]);
          await client.query('SELECT pg_sleep(0.05)');
          await client.query('COMMIT');
        }),
      );
      done = true;
      await watch;
      expect((await numbersOn(leader)).filter((n) => n >= 2_000_000)).toHaveLength(clients.length);
      expect(clients.length).toBeGreaterThan(admitted);
      expect(most).toBeLessThanOrEqual(admitted);
      expect(most).toBeGreaterThan(1);
    });

    judged('prometheus-pgbouncer-exporter', () => {
      test('the exporter serves every metric of the alert rules', async () => {
        const exposed = await scrapedMetrics({
          program: 'prometheus-pgbouncer-exporter',
          objects: objectsOf(blueprint).flatMap((file) => file.objects),
          workload: ['Deployment', 'database-pooler'],
          server: `${POOLER}:${pods.port}`,
          secrets: { password: encodeURIComponent(PASSWORDS.APP_PASSWORD) },
        });
        expect((METRICS.pgbouncer_exporter?.names ?? ['none']).filter((name) => !exposed.has(name))).toEqual([]);
      });
    });
  });
});
