import { atLeast, wholeAtLeast } from './arguments';

/**
 * Erlang B: the probability that an arrival finds all servers busy, when such arrivals are rejected. `offeredLoad` is in
 * erlangs: arrivals/s × mean seconds of service.
 *
 * Computed by recursion over the number of servers. Its values stay within 0 to 1, so that it does not overflow; the factorials
 * of the closed form overflow above 170 servers.
 */
export function erlangB(servers: number, offeredLoad: number): number {
  wholeAtLeast(0, servers, 'servers');
  atLeast(0, offeredLoad, 'offered load');
  let blocked = 1;
  for (let count = 1; count <= servers; count++) blocked = withOneServerMore(blocked, count, offeredLoad);
  return blocked;
}

/** One step of the recursion: Erlang B of `count` servers from that of `count − 1`. */
function withOneServerMore(blocked: number, count: number, offeredLoad: number): number {
  return (offeredLoad * blocked) / (count + offeredLoad * blocked);
}

/**
 * Erlang C: the probability that an arrival waits, when arrivals that find all servers busy wait until one is free. 1 when the
 * offered load is at least the number of servers: the queue then grows without limit.
 */
export function erlangC(servers: number, offeredLoad: number): number {
  wholeAtLeast(1, servers, 'servers');
  return waitingFromBlocking(erlangB(servers, offeredLoad), servers, offeredLoad);
}

/** Erlang C from Erlang B of the same number of servers and offered load. */
function waitingFromBlocking(blocked: number, servers: number, offeredLoad: number): number {
  if (offeredLoad >= servers) return 1;
  const utilization = offeredLoad / servers;
  return blocked / (1 - utilization * (1 - blocked));
}
