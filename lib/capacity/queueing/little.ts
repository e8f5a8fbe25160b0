import { atLeast } from './arguments';

/**
 * Little's law: the mean number of items in a system is arrivals/s × the mean seconds that each item stays. It applies to any
 * distribution of arrivals and service and to any order of service, if the system is stable.
 */
export function concurrencyOf(arrivalsPerSecond: number, secondsInside: number): number {
  return atLeast(0, arrivalsPerSecond, 'arrivals per second') * atLeast(0, secondsInside, 'seconds inside');
}
