import { baselineShare } from './families';

/** Share of its vCPUs that an average load uses above the baseline of a type, for which unlimited mode charges; 0 for types that are not burstable. */
export function surplusShare(instanceType: string, load: number): number {
  return Math.max(0, load - baselineShare(instanceType));
}
