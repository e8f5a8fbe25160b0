import { atLeast, wholeAtLeast } from './arguments';

/**
 * Erlang B: the probability that work finds all servers busy, when what finds them busy is turned away.
 * `offeredLoad` is in erlangs: arrivals a second times mean seconds of service.
 *
 * By the recursion over the number of servers, which never leaves 0..1 and so neither overflows nor cancels, whatever
 * the size; the textbook's factorials fail beyond 170 servers.
 */
export function erlangB(servers: number, offeredLoad: number): number {
  wholeAtLeast(0, servers, 'servers');
  atLeast(0, offeredLoad, 'offered load');
  let blocked = 1;
  for (let count = 1; count <= servers; count++) blocked = withOneServerMore(blocked, count, offeredLoad);
  return blocked;
}

/** The step of the recursion: blocking with `count` servers from that with one less. */
export function withOneServerMore(blocked: number, count: number, offeredLoad: number): number {
  return (offeredLoad * blocked) / (count + offeredLoad * blocked);
}

/**
 * Erlang C: the probability that work has to wait, when what finds all servers busy waits for as long as it takes.
 * 1 when the load is as large as the servers or larger: then the queue grows without end.
 */
export function erlangC(servers: number, offeredLoad: number): number {
  wholeAtLeast(1, servers, 'servers');
  return waitingFromBlocking(erlangB(servers, offeredLoad), servers, offeredLoad);
}

/** Erlang C from Erlang B of the same servers and load. */
export function waitingFromBlocking(blocked: number, servers: number, offeredLoad: number): number {
  if (offeredLoad >= servers) return 1;
  const utilization = offeredLoad / servers;
  return blocked / (1 - utilization * (1 - blocked));
}
