import { Client } from 'pg';
import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { ENGINE_REPLAYS } from '../../lib/blueprint/replays';
import { judged } from '../support/judges';
import { configMap, DatabasePods } from './database-pods';
import { PRIMARY, REPLICA, withMariadbReplica } from './mariadb-replica';
import { prepare, type Replicated, replayShare, WRITES } from './replay-load';
import { serverUser } from './server-user';

/** Shares vary by a few percent between runs on a busy computer. */
const TOLERANCE = 1.15;

/** Tests that each kind of writes takes a replica the share of the processor time that the model assumes. */
async function expectShares(engine: keyof typeof ENGINE_REPLAYS, servers: Replicated): Promise<void> {
  const { low, high } = ENGINE_REPLAYS[engine].replay.share;
  await prepare(servers);
  for (const [name, statements] of Object.entries(WRITES)) {
    const share = await replayShare(servers, statements);
    console.log(`${engine}: ${name} takes a replica ${(100 * share).toFixed(0)}% of the processor time of the primary`);
    expect(share, name).toBeGreaterThan(low / TOLERANCE);
    expect(share, name).toBeLessThan(high * TOLERANCE);
  }
}

judged('postgres', () => {
  test('a replica of PostgreSQL takes the assumed processor time to replay writes', async () => {
    const addresses = { [PRIMARY]: '127.0.53.1', [REPLICA]: '127.0.53.2' };
    const passwords = { APP_PASSWORD: 'app', REPLICATION_PASSWORD: 'replica' };
    const blueprint = blueprintFor({
      system: 'assistant',
      tier: 'pooled',
      platform: 'kubernetes',
      dataStores: 'statefulset',
      readReplicas: 1,
    });
    const user = serverUser();
    const pods = new DatabasePods({
      files: configMap(blueprint, 'database-config'),
      folders: { volume: '/var/lib/postgresql', run: '/run/postgresql', config: '/config' },
      port: 5432,
      primary: PRIMARY,
      addresses,
      environment: { ...passwords, REPLICAS: '1' },
      ...(user === undefined ? {} : { user }),
    });
    const open: Client[] = [];
    const connect = async (host: string) => {
      const client = new Client({ host, port: pods.port, user: 'app', password: passwords.APP_PASSWORD, database: 'app' });
      client.on('error', () => {});
      await client.connect();
      open.push(client);
      return (statement: string) => client.query(statement);
    };
    try {
      await pods.start(PRIMARY, REPLICA);
      await pods.untilReady(PRIMARY, REPLICA);
      await expectShares('postgres', {
        connect: () => connect(addresses[PRIMARY]),
        onReplica: await connect(addresses[REPLICA]),
        pids: { primary: pods.pid(PRIMARY), replica: pods.pid(REPLICA) },
        serial: 'SERIAL',
      });
    } finally {
      await Promise.allSettled(open.map((client) => client.end()));
      await pods.dispose();
    }
  }, 120_000);
});

judged('mariadbd', () => {
  test('a replica of MariaDB takes the assumed processor time to replay writes', async () => {
    await withMariadbReplica({ [PRIMARY]: '127.0.54.1', [REPLICA]: '127.0.54.2' }, async ({ pods, connect }) => {
      const statements = async (pod: typeof PRIMARY | typeof REPLICA) => {
        const connection = await connect(pod);
        return (statement: string) => connection.query(statement);
      };
      await expectShares('mariadb', {
        connect: () => statements(PRIMARY),
        onReplica: await statements(REPLICA),
        pids: { primary: pods.pid(PRIMARY), replica: pods.pid(REPLICA) },
        serial: 'INT AUTO_INCREMENT',
      });
    });
  }, 120_000);
});
