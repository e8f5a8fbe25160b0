import { readFileSync } from 'node:fs';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { expect, test } from 'vitest';
import { mysqlMemoryMib } from '../../lib/selection/mysql-settings';
import { judged } from '../support/judges';
import { startMariadb } from './mariadb-server';

const CONNECTIONS = 50;

/** `innodb-buffer-pool-size` of the server in this test. */
const BUFFER_POOL_MIB = 16;

/** Groups 20,000 rows in a temporary table and sorts the groups. All connections do so at the same time. */
const QUERY = 'SELECT seq % 5000 AS part, COUNT(*), MD5(MAX(seq)) AS hash FROM mysql.seq_1_to_20000 GROUP BY part ORDER BY hash';

async function first(connection: Connection, query: string): Promise<string> {
  const [rows] = await connection.query<RowDataPacket[]>(query);
  return String(Object.values(rows[0] ?? {})[0]);
}

/** Largest resident memory that the process had, in MiB. */
function peakMib(pid: string): number {
  const [, kib] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid.trim()}/status`, 'utf8')) ?? [];
  return Number(kib) / 1_024;
}

judged('mariadbd', () => {
  test('a real MariaDB with busy connections needs at most the memory that is computed for MySQL', async () => {
    const server = await startMariadb();
    try {
      const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => createConnection(server.connection)));
      const pid = readFileSync(await first(clients[0] as Connection, 'SELECT @@pid_file'), 'utf8');
      const idleMib = peakMib(pid);
      await Promise.all(clients.map((client) => client.query(QUERY)));
      const busyMib = peakMib(pid);
      await Promise.all(clients.map((client) => client.end()));
      const settings = { bufferPoolMib: BUFFER_POOL_MIB, temporaryTablesMib: 0 };
      expect(busyMib).toBeLessThan(mysqlMemoryMib({ ...settings, connections: CONNECTIONS }));
      const perConnection = mysqlMemoryMib({ ...settings, connections: 1 }) - mysqlMemoryMib({ ...settings, connections: 0 });
      expect(busyMib - idleMib).toBeGreaterThan(0);
      expect((busyMib - idleMib) / CONNECTIONS).toBeLessThan(perConnection);
    } finally {
      await server.stop();
    }
  }, 60_000);
});
