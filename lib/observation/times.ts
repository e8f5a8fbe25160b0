import { MS_PER_SECOND } from '../core/time';

/** The least time between two of several times in ascending order; 1 for fewer than two, which are too few for any answer. */
export function periodOf(times: readonly number[]): number {
  const gaps = times.slice(1).map((time, index) => time - (times[index] as number));
  return gaps.length === 0 ? 1 : gaps.reduce((least, gap) => Math.min(least, gap));
}

/** `2026-01-31T12:00:00Z`. */
export function timeText(seconds: number): string {
  return new Date(seconds * MS_PER_SECOND).toISOString().replace('.000Z', 'Z');
}
