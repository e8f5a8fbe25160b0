import { percent } from '../core/number-format';
import { InputError } from '../core/problems';

/**
 * Seconds of a batch. MSER-5 is the rule for the means of 5 observations. Source: White, Cobb and Spratt, A comparison of five steady-state
 * truncation heuristics for simulation, Winter Simulation Conference, 2000.
 */
const BATCH_SECONDS = 5;

/** Smallest number of batches after the warm-up: fewer may be equal by accident. */
const LEAST_BATCHES = 3;

/** Smallest mean change between the halves of the levels after their warm-ups that counts: it changes their mean by half of it. */
const LEAST_DRIFT = 0.005;

/** Probability below which levels that change in the same direction are no accident (sign test, both directions). */
const ACCIDENT = 0.05;

/**
 * Seconds of the warm-up of each level, from its throughput in each second. Until caches, compilers and connection pools are warm,
 * throughput differs from that of the rest of the level.
 *
 * The warm-up ends where the mean of the rest is most certain: where the sum of squared deviations, divided by the squared number of
 * batches, is smallest (MSER-5; White, An effective truncation heuristic for bias reduction in simulation output, Simulation 69, 1997).
 * Only the first half of a level is searched (Hoad, Robinson and Davies, Automating warm-up length estimation, Journal of the Operational
 * Research Society 61, 2010). The mean of all levels shows the warm-up better than a single level does, because it has less noise (Welch, The
 * statistical analysis of simulation results, 1983). Of both warm-ups, the longer one counts.
 */
export function warmUps(levels: readonly (readonly number[])[]): number[] {
  return warmUpBatches(levels.map(batchesOf)).map((batches) => BATCH_SECONDS * batches);
}

/** Batches of the warm-up of each level, from the means of its batches. */
export function warmUpBatches(levels: readonly (readonly number[])[]): number[] {
  const together = truncation(replicated(levels));
  return levels.map((batches) => Math.min(mostTruncated(batches), Math.max(together, truncation(batches))));
}

/**
 * Throws an InputError about the subject if levels are not constant after the longest warm-up that is searched: the rule gives a later end,
 * and in more levels than by accident, the second half of the rest differs from the first half in the same direction.
 */
export function checkSettled(levels: readonly (readonly number[])[], warmUpSeconds: readonly number[], subject: string): void {
  const kept = levels.map((seconds, index) => seconds.slice(warmUpSeconds[index]));
  checkBatches(levels.map(batchesOf), kept, 'throughput', subject);
}

/** The same for means of batches, from the batches after the warm-up, or what they are the means of. */
export function checkBatches(
  levels: readonly (readonly number[])[],
  kept: readonly (readonly number[])[],
  measure: 'throughput' | 'concurrency',
  subject: string,
): void {
  const together = replicated(levels);
  if (truncation(together, together.length - LEAST_BATCHES) < mostTruncated(together)) return;
  const changes = kept.flatMap(changeOf);
  const drift = meanOf(changes);
  if (!(Math.abs(drift) >= LEAST_DRIFT)) return;
  const same = changes.filter((change) => Math.sign(change) === Math.sign(drift)).length;
  if (2 * atLeast(same, changes.length) > ACCIDENT) return;
  throw new InputError(subject, [
    {
      path: 'levels of concurrency',
      reason: `${measure} ${drift > 0 ? 'rises' : 'falls'} by ${percent(Math.abs(drift))} on average within the second half of the levels, so that it is not known where it settles`,
      expected: 'levels that are three times as long as the warm-up of the system: hold each level for longer',
    },
  ]);
}

/** Change from the first to the second half, as a share; none without throughput. */
function changeOf(seconds: readonly number[]): number[] {
  const middle = Math.floor(seconds.length / 2);
  const [before, after] = [meanOf(seconds.slice(0, middle)), meanOf(seconds.slice(middle))];
  return before > 0 ? [after / before - 1] : [];
}

/** Probability of at least this many heads when a coin is tossed. */
function atLeast(heads: number, tosses: number): number {
  let probability = 0.5 ** tosses;
  let total = 0;
  for (let count = tosses; count >= heads; count--) {
    total += probability;
    probability *= count / (tosses - count + 1);
  }
  return total;
}

function batchesOf(seconds: readonly number[]): number[] {
  return Array.from({ length: Math.floor(seconds.length / BATCH_SECONDS) }, (_, index) =>
    meanOf(seconds.slice(index * BATCH_SECONDS, (index + 1) * BATCH_SECONDS)),
  );
}

/** Throughput of all levels at a time after their beginnings, as a share of that of the second halves of the same levels. */
function replicated(levels: readonly (readonly number[])[]): number[] {
  const longest = Math.max(0, ...levels.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => {
    const running = levels.filter(({ length }) => length > index);
    const sum = (of: (batches: readonly number[]) => number) => running.reduce((total, batches) => total + of(batches), 0);
    const settled = sum((batches) => meanOf(batches.slice(mostTruncated(batches))));
    return settled === 0 ? 0 : sum((batches) => batches[index] ?? 0) / settled;
  });
}

function truncation(batches: readonly number[], most = mostTruncated(batches)): number {
  const errors = Array.from({ length: Math.max(0, most) + 1 }, (_, truncated) => marginalError(batches.slice(truncated)));
  return errors.indexOf(Math.min(...errors));
}

function mostTruncated({ length }: readonly number[]): number {
  return Math.max(0, Math.min(Math.floor(length / 2), length - LEAST_BATCHES));
}

function marginalError(batches: readonly number[]): number {
  const mean = meanOf(batches);
  return batches.reduce((sum, batch) => sum + (batch - mean) ** 2, 0) / batches.length ** 2;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
