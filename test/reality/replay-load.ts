import { setTimeout as delay } from 'node:timers/promises';
import { processorTicks } from './processor-time';

/** A primary with one replica. */
export interface Replicated {
  /** Opens a connection to the primary, and returns what executes a statement on it. */
  readonly connect: () => Promise<(statement: string) => Promise<unknown>>;
  /** Executes a statement on the replica. */
  readonly onReplica: (statement: string) => Promise<unknown>;
  /** Process ids. */
  readonly pids: { readonly primary: number; readonly replica: number };
  /** Type of a column that counts up. */
  readonly serial: string;
}

const ROWS = 100_000;
const CLIENTS = 4;
const SECONDS = 4;
const MOST_WAITS = 300;

const number = () => Math.floor(Math.random() * ROWS);
const row = () => `(${number()}, ${number()}, '${'x'.repeat(200)}')`;
const insert = (count: number) => `INSERT INTO items (a, b, c) VALUES ${Array.from({ length: count }, row).join()}`;
const update = () => `UPDATE items SET a = a + 1 WHERE id = ${number() + 1}`;

const updateMany = (from: number) => `UPDATE items SET a = a + 1 WHERE id BETWEEN ${from} AND ${from + 99}`;

/** Transactions of one row, of three rows with a read, and of 100 rows. */
export const WRITES: Readonly<Record<string, () => readonly string[]>> = {
  'an insert': () => [insert(1)],
  'an update': () => [update()],
  'a transaction': () => ['BEGIN', update(), `SELECT a FROM items WHERE id = ${number() + 1}`, insert(1), insert(1), 'COMMIT'],
  'an insert of 100 rows': () => [insert(100)],
  'an update of 100 rows': () => [updateMany(number())],
};

/** Creates a table with three indexes. */
export async function prepare({ connect, serial }: Replicated): Promise<void> {
  const execute = await connect();
  await execute(`CREATE TABLE items (id ${serial} PRIMARY KEY, a INT, b INT, c VARCHAR(200))`);
  await execute('CREATE INDEX items_a ON items (a)');
  await execute('CREATE INDEX items_b ON items (b)');
  for (let count = 0; count < ROWS; count += 1_000) await execute(insert(1_000));
}

/** Processor time of the replica for each second of processor time of the primary, for one kind of writes. */
export async function replayShare(servers: Replicated, statements: () => readonly string[]): Promise<number> {
  const { connect, pids } = servers;
  await caughtUp(servers);
  const before = { primary: processorTicks(pids.primary), replica: processorTicks(pids.replica) };
  const until = Date.now() + 1_000 * SECONDS;
  const client = async () => {
    const execute = await connect();
    while (Date.now() < until) for (const statement of statements()) await execute(statement);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  await caughtUp(servers);
  return (processorTicks(pids.replica) - before.replica) / (processorTicks(pids.primary) - before.primary);
}

let marks = 0;

/** Resolves when the replica has applied everything that the primary wrote. */
async function caughtUp({ connect, onReplica }: Replicated): Promise<void> {
  const name = `mark_${++marks}`;
  await (await connect())(`CREATE TABLE ${name} (x INT)`);
  for (let wait = 0; wait < MOST_WAITS; wait++) {
    const isThere = await onReplica(`SELECT * FROM ${name}`).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await delay(200);
  }
  throw new Error('the replica does not catch up');
}
