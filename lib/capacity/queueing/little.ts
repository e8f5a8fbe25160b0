import { above, atLeast } from './arguments';

/**
 * Little's law: the mean number of items in a system is arrivals/s × the mean seconds that each item stays. It applies to any
 * distribution of arrivals and service and to any order of service, if the system is stable.
 */
export function concurrencyOf(arrivalsPerSecond: number, secondsInside: number): number {
  return atLeast(0, arrivalsPerSecond, 'arrivals per second') * atLeast(0, secondsInside, 'seconds inside');
}

/** Little's law solved for the time: 20 connections, all in use at 400 queries/s, are held for 50 ms each. */
export function secondsInside(concurrency: number, arrivalsPerSecond: number): number {
  return atLeast(0, concurrency, 'concurrency') / above(0, arrivalsPerSecond, 'arrivals per second');
}

/** Little's law solved for the rate: 20 connections that are held for 50 ms allow at most 400 queries/s. */
export function arrivalsPerSecondOf(concurrency: number, seconds: number): number {
  return atLeast(0, concurrency, 'concurrency') / above(0, seconds, 'seconds inside');
}

/**
 * The number of users who send a given rate of requests, when each waits for the response and then pauses (think time) before the
 * next request: the interactive response time law, which is Little's law applied to the closed loop.
 */
export function interactiveUsers(requestsPerSecond: number, responseSeconds: number, thinkSeconds: number): number {
  return concurrencyOf(requestsPerSecond, atLeast(0, responseSeconds, 'response seconds') + atLeast(0, thinkSeconds, 'think seconds'));
}

/** Requests/s that users send: the interactive response time law solved for the rate. */
export function requestsPerSecondOfUsers(users: number, responseSeconds: number, thinkSeconds: number): number {
  return arrivalsPerSecondOf(users, atLeast(0, responseSeconds, 'response seconds') + atLeast(0, thinkSeconds, 'think seconds'));
}
