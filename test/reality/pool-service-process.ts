/**
 * A service with a pool of connections for each path, in a separate process: `/0?sleep=0.05` waits for a connection of the first pool,
 * runs a query of that length and answers with the seconds for which it had the connection. Sends its port to the parent process when
 * it listens. The first argument has the options of the connections, the second the sizes of the pools, as JSON.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConnectionOptions } from 'mysql2';
import { sleepQuerySeconds } from './mariadb-server';
import { acquire, openPool } from './pool-run';

async function serve(connection: ConnectionOptions, sizes: readonly number[]): Promise<void> {
  const pools = await Promise.all(sizes.map((size) => openPool(connection, size)));
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const pool = pools[Number(pathname.slice(1))];
    if (pool === undefined) return void response.writeHead(404).end();
    const held = await acquire(pool);
    const seconds = await sleepQuerySeconds(held, Number(searchParams.get('sleep')));
    held.release();
    response.end(String(seconds));
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
}

process.on('disconnect', () => process.exit());
const [, , connection = '{}', sizes = '[]'] = process.argv;
serve(JSON.parse(connection) as ConnectionOptions, JSON.parse(sizes) as number[]);
