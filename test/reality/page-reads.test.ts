import { createConnection } from 'mysql2/promise';
import { expect, test, vi } from 'vitest';
import { missShare } from '../../lib/capacity/cached-reads';
import { judged } from '../support/judges';
import { startMariadb } from './mariadb-server';

const BUFFER_POOL_MIB = 32;
const PAGE_KIB = 16;
/** Four rows of this length are in a page. */
const ROW_BYTES = 3_500;
const ROWS_OF_PAGE = 4;
const ROWS_OF_INSERT = 64;
const READS = 5_000;
const UPDATES = 3_000;

/** Root and the level below it, which are in memory: each search reads a page of them. */
const UPPER_LEVELS = 2;

/** Pages of the system and of the upper levels take a part of the memory. */
const TOLERANCE = 0.1;

/** Pages that an update writes vary by what was changed before. */
const WRITE_TOLERANCE = 0.2;

type Status = Readonly<Record<string, number>>;

judged('mariadbd', () => {
  test('MariaDB reads the modelled share of pages from the storage, and writes the log and each changed page', async () => {
    const server = await startMariadb();
    const connection = await createConnection(server.connection as Parameters<typeof createConnection>[0]);
    const status = async (): Promise<Status> => {
      const [rows] = await connection.query("SHOW GLOBAL STATUS LIKE 'Innodb%'");
      return Object.fromEntries((rows as { Variable_name: string; Value: string }[]).map((row) => [row.Variable_name, Number(row.Value)]));
    };
    /** Growth of each counter for one of a number of statements, until `finished` resolves. */
    const counted = async (count: number, statement: () => string, finished?: () => Promise<void>): Promise<Status> => {
      const before = await status();
      for (let done = 0; done < count; done++) await connection.query(statement());
      await finished?.();
      const after = await status();
      return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, (value - (before[name] ?? 0)) / count]));
    };
    let rows = 0;
    const growTo = async (most: number) => {
      for (; rows < most; rows += ROWS_OF_INSERT) {
        const values = Array.from({ length: ROWS_OF_INSERT }, (_, index) => `(${rows + index}, 0, REPEAT('x', ${ROW_BYTES}))`);
        await connection.query(`INSERT INTO pages.items VALUES ${values.join()}`);
      }
    };
    /** MariaDB purges inserted rows in the background: it resets their transaction ids, for which it reads their pages. */
    const purged = () => vi.waitUntil(async () => (await status()).Innodb_history_list_length === 0, { timeout: 60_000, interval: 100 });
    /** Writes all changed pages. */
    const flushed = async () => {
      await connection.query('SET GLOBAL innodb_max_dirty_pages_pct = 0');
      await vi.waitUntil(async () => (await status()).Innodb_buffer_pool_pages_dirty === 0, { timeout: 60_000, interval: 100 });
      await connection.query('SET GLOBAL innodb_max_dirty_pages_pct = 90');
    };
    const anyId = () => Math.floor(Math.random() * rows);
    try {
      await connection.query(`SET GLOBAL innodb_buffer_pool_size = ${BUFFER_POOL_MIB * 1_024 ** 2}`);
      // The default keeps 1,536 pages free, most of so small a pool.
      await connection.query('SET GLOBAL innodb_lru_scan_depth = 100');
      // The default keeps a page that is read again within a second among the first to evict. The undo pages of the 128 rollback segments are: a
      // fast computer would read and write these hot pages several times. https://mariadb.com/kb/en/innodb-system-variables/#innodb_old_blocks_time
      await connection.query('SET GLOBAL innodb_old_blocks_time = 0');
      await connection.query('CREATE DATABASE pages');
      await connection.query('CREATE TABLE pages.items (id INT PRIMARY KEY, count INT, text VARCHAR(3500) CHARACTER SET latin1)');
      for (const times of [2, 4]) {
        const workingSetMib = times * BUFFER_POOL_MIB;
        await growTo((workingSetMib * 1_024 * ROWS_OF_PAGE) / PAGE_KIB);
        await purged();
        const reads = await counted(READS, () => `SELECT count, LENGTH(text) FROM pages.items WHERE id = ${anyId()}`);
        const { Innodb_buffer_pool_reads: missed = Number.NaN, Innodb_buffer_pool_read_requests: requested = Number.NaN } = reads;
        const measured = missed / (requested - UPPER_LEVELS);
        // The pool keeps some pages free.
        const { Innodb_buffer_pool_pages_data: pagesInMemory = Number.NaN } = await status();
        const modelled = missShare((pagesInMemory * PAGE_KIB) / 1_024, workingSetMib);
        console.log(`working set ${times} times the buffer pool: ${measured.toFixed(3)} of pages read, modelled ${modelled.toFixed(3)}`);
        expect(measured).toBeGreaterThan(modelled * (1 - TOLERANCE));
        expect(measured).toBeLessThan(modelled * (1 + TOLERANCE));
      }
      await purged();
      await flushed();
      const writes = await counted(UPDATES, () => `UPDATE pages.items SET count = count + 1 WHERE id = ${anyId()}`, flushed);
      const { Innodb_log_writes: logged, Innodb_pages_written: pages = Number.NaN } = writes;
      const { Innodb_dblwr_pages_written: copied = Number.NaN, Innodb_dblwr_writes: batches, Innodb_data_written: bytes } = writes;
      console.log(
        `an update: ${logged?.toFixed(2)} writes of the log, ${pages.toFixed(2)} of pages, ${batches?.toFixed(3)} of the doublewrite buffer`,
      );
      expect(logged).toBeCloseTo(1, 1);
      // A page that is changed twice in memory is written once, and a few pages of the undo log are written too.
      expect(pages).toBeGreaterThan(1 - WRITE_TOLERANCE);
      expect(pages).toBeLessThan(1 + WRITE_TOLERANCE);
      expect(batches).toBeLessThan(0.1);
      // InnoDB does not copy new pages.
      expect(copied).toBeLessThanOrEqual(pages);
      expect(copied).toBeGreaterThan(pages / 2);
      const writtenKib = (bytes ?? Number.NaN) / 1_024;
      expect(writtenKib / ((pages + copied) * PAGE_KIB)).toBeCloseTo(1, 1);
    } finally {
      connection.destroy();
      await server.stop();
    }
  }, 300_000);
});
