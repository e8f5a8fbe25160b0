import { above, atLeast } from './arguments';

/**
 * Little's law: the average number in a system is the rate of arrivals per second times the seconds that each stays. It holds for
 * any arrivals, any service and any order, as long as the system is not filling up.
 */
export function concurrencyOf(arrivalsPerSecond: number, secondsInside: number): number {
  return atLeast(0, arrivalsPerSecond, 'arrivals per second') * atLeast(0, secondsInside, 'seconds inside');
}

/** Little's law, for the seconds: 20 connections that are all in use at 400 queries/s are held for 50 ms each. */
export function secondsInside(concurrency: number, arrivalsPerSecond: number): number {
  return atLeast(0, concurrency, 'concurrency') / above(0, arrivalsPerSecond, 'arrivals per second');
}

/** Little's law, for the rate: 20 connections that are held for 50 ms pass at most 400 queries/s. */
export function arrivalsPerSecondOf(concurrency: number, seconds: number): number {
  return atLeast(0, concurrency, 'concurrency') / above(0, seconds, 'seconds inside');
}

/**
 * Users who cause a rate of requests, when each waits for the answer and then thinks before the next request: Little's
 * law around the loop, known as the interactive response time law.
 */
export function interactiveUsers(requestsPerSecond: number, responseSeconds: number, thinkSeconds: number): number {
  return concurrencyOf(requestsPerSecond, atLeast(0, responseSeconds, 'response seconds') + atLeast(0, thinkSeconds, 'think seconds'));
}

/** Requests a second that users cause: the interactive response time law, for the rate. */
export function requestsPerSecondOfUsers(users: number, responseSeconds: number, thinkSeconds: number): number {
  return arrivalsPerSecondOf(users, atLeast(0, responseSeconds, 'response seconds') + atLeast(0, thinkSeconds, 'think seconds'));
}
