import { expect, test } from 'vitest';
import { judged } from '../support/judges';
import { appliedSeconds, CHANGES, type LagServers, measuredLag, modelledLag, SLEEP } from './lag-load';
import { PRIMARY, REPLICA, withMariadbReplica } from './mariadb-replica';

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
    await withMariadbReplica({ [PRIMARY]: '127.0.55.1', [REPLICA]: '127.0.55.2' }, async ({ pods, connect }) => {
      const [primary, replica] = [await connect(PRIMARY), await connect(REPLICA)];
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
    });
  }, 300_000);
});
