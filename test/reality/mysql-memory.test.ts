import { readFileSync } from 'node:fs';
import { type Connection, createConnection } from 'mysql2/promise';
import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { mysqlMemoryMib } from '../../lib/selection/mysql-settings';
import { aiva } from '../../tiers';
import { edited } from '../support/edited-system';
import { judged } from '../support/judges';
import { configMap, DatabasePods } from './database-pods';

const POD = 'database-0';
const ADDRESS = '127.0.54.1';
const PASSWORDS = { ROOT_PASSWORD: 'root', APP_PASSWORD: 'app', REPLICATION_PASSWORD: 'replica' };
const MEMORY_GIB = 1;
const MIB_PER_GIB = 1_024;
/** Of the computed memory. */
const TOLERANCE = 0.15;

/** Groups and sorts the rows of one client in a temporary table of 5,000 groups. */
const BUSY = 'SELECT n % 5000 AS part, COUNT(*), SHA2(MAX(filler), 256) AS hash FROM filled WHERE n < 20000 GROUP BY part ORDER BY hash';

/** Largest resident memory that a process had, in MiB. */
function peakMib(pid: string): number {
  const [, kib] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid.trim()}/status`, 'utf8')) ?? [];
  return Number(kib) / 1_024;
}

judged('mysqld', () => {
  test('a MySQL server of the manifests with a full buffer pool and busy connections stays below the memory limit of its container', async () => {
    const system = edited(aiva, 'small', 'database', { memoryGib: MEMORY_GIB });
    const blueprint = blueprintFor(
      { system: 'aiva', tier: 'small', platform: 'kubernetes', dataStores: 'statefulset', readReplicas: 0 },
      { systems: [system] },
    );
    const pods = new DatabasePods({
      files: configMap(blueprint, 'database-config'),
      folders: { volume: '/var/lib/mysql', run: '/run/mysqld', config: '/config' },
      port: 3306,
      primary: POD,
      addresses: { [POD]: ADDRESS },
      environment: { ...PASSWORDS, REPLICAS: '0' },
    });
    const clients: Connection[] = [];
    try {
      await pods.start(POD);
      await pods.untilReady(POD);
      const numberOf = (variable: string) => Number(pods.sql(POD, `SELECT @@${variable}`).trim().split('\n').at(-1));
      const connections = numberOf('max_connections');
      const bufferPoolMib = numberOf('innodb_buffer_pool_size') / MIB_PER_GIB ** 2;
      const temporaryTablesMib = numberOf('temptable_max_ram') / MIB_PER_GIB ** 2;
      // Rows of 1 KiB, more than the pool has room for, outside of the binary log.
      pods.sql(
        POD,
        'CREATE TABLE app.filled (n INT PRIMARY KEY AUTO_INCREMENT, filler CHAR(255) NOT NULL, more CHAR(255), most CHAR(255), rest CHAR(255))',
      );
      const row = "REPEAT('x', 255), REPEAT('y', 255), REPEAT('z', 255), REPEAT('w', 255)";
      const numbers = `WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 20000) SELECT ${row} FROM s`;
      for (let filledMib = 0; filledMib < bufferPoolMib * 1.2; filledMib += 20) {
        pods.sql(
          POD,
          `SET SESSION sql_log_bin = 0; SET SESSION cte_max_recursion_depth = 20000; INSERT INTO app.filled (filler, more, most, rest) ${numbers}`,
        );
      }
      for (let count = 0; count < connections; count++) {
        const login = { user: 'app', password: PASSWORDS.APP_PASSWORD, database: 'app', ssl: { rejectUnauthorized: false } };
        clients.push(await createConnection({ host: ADDRESS, port: pods.port, ...login }));
      }
      await Promise.all(clients.map((client) => client.query(BUSY)));
      const pid = readFileSync(pods.sql(POD, 'SELECT @@pid_file').trim().split('\n').at(-1) ?? '', 'utf8');
      const measuredMib = peakMib(pid);
      const computedMib = mysqlMemoryMib({ bufferPoolMib, temporaryTablesMib, connections });
      expect(measuredMib).toBeLessThan(MEMORY_GIB * MIB_PER_GIB);
      // MySQL 9.7.4: 893 MiB measured, 891 MiB computed.
      expect(measuredMib / computedMib).toBeGreaterThan(1 - TOLERANCE);
      expect(measuredMib / computedMib).toBeLessThan(1 + TOLERANCE);
    } finally {
      for (const client of clients) client.destroy();
      await pods.dispose();
    }
  });
});
