import { performance } from 'node:perf_hooks';

/** A function to measure. */
export interface Contestant {
  readonly name: string;
  run(): void;
}

/** A measured ratio or duration, and its goal. */
export interface Finding {
  readonly what: string;
  readonly measured: string;
  readonly goal: string;
  readonly holds: boolean;
}

/** A benchmark: its name, and a function that measures. One file each, one line in `run.ts`. */
export interface Benchmark {
  readonly name: string;
  measure(): readonly Finding[];
}

/**
 * Median milliseconds of each contestant. They run in turns, so that other load on the computer affects both equally. The first
 * turn fills caches and does not count.
 */
export function mediansMs(contestants: readonly Contestant[], rounds: number): number[] {
  const times: number[][] = contestants.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, contestant] of contestants.entries()) {
      const ms = durationMs(() => contestant.run());
      if (round > 0) times[index]?.push(ms);
    }
  }
  return times.map(median);
}

function durationMs(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('the median of nothing');
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The ratio of the first contestant to the second: `1.12 × (1,840 ms against 1,640 ms, medians of 5)`. */
export function ratioFinding(what: string, contestants: readonly [Contestant, Contestant], rounds: number, atMost: number): Finding {
  const [ours = 0, theirs = 0] = mediansMs(contestants, rounds);
  const ratio = ours / theirs;
  return {
    what,
    measured: `${ratio.toFixed(2)} × (${msText(ours)} against ${msText(theirs)}, medians of ${rounds})`,
    goal: `at most ${atMost} ×`,
    holds: ratio <= atMost,
  };
}

export function msText(ms: number): string {
  return `${Math.round(ms).toLocaleString('en-US')} ms`;
}
