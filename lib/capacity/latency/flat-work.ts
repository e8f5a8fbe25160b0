import { combine, inSample, plus, smaller, sumOfVectors, times, type Vector } from '../vector';
import type { ResponseTime } from './response-time';
import type { QueueWait } from './station';
import type { Work } from './work';

/** Processor time of a step: seconds by sample, and the station where it waits for processors. */
interface ProcessorTime {
  readonly seconds: Vector;
  readonly station: number;
}

/** A part of an operation that takes longer while it waits for processors. Exponential times. */
interface Step {
  /** Number for each event. */
  readonly times: number;
  /** Seconds without waits, by sample. */
  readonly seconds: Vector;
  /** Its processor time. */
  readonly processors: readonly ProcessorTime[];
}

/** An operation as sums over all that it waits for, which are computed for thousands of samples and sizes. */
export interface FlatWork {
  /** Mean of the time that never waits for processors, seconds. */
  readonly mean: Vector;
  /** Variance of that time, seconds². */
  readonly variance: Vector;
  /** Everything that waits for processors. */
  readonly steps: readonly Step[];
  /** Mean number of visits of an event at each resource with a queue, without processors. */
  readonly visits: readonly { readonly station: number; readonly visits: Vector }[];
}

/** The sums of the work of an operation. Holds of the whole operation are within its seconds; otherwise their seconds add up. */
export function flatWork(work: Work): FlatWork {
  const all = stepsOf(work, 1, false);
  const fixed = all.filter(({ processors }) => processors.length === 0);
  return {
    mean: sumOfVectors(fixed.map(({ times: count, seconds }) => times(seconds, count))),
    variance: sumOfVectors(fixed.map(({ times: count, seconds }) => times(times(seconds, seconds), count))),
    steps: all.filter(({ processors }) => processors.length > 0),
    visits: [...visitsOf(work, 1, new Map())].map(([station, visits]) => ({ station, visits })),
  };
}

/** Of a part of an operation whose seconds contain it, only the waits for processors and longer searches add up. */
function stepsOf({ seconds, longerSeconds, holds, parts }: Work, count: number, isWithin: boolean): Step[] {
  const isWhole = isWithin || seconds !== undefined;
  const ofParts = parts.flatMap(({ work, times: more }) => stepsOf(work, count * more, isWhole));
  if (isWhole) {
    return [
      { times: count, seconds: plus(isWithin ? 0 : (seconds ?? 0), longerSeconds), processors: holds.flatMap(processorTimeOf) },
      ...ofParts,
    ];
  }
  // The connections of a pool and of the server are held together: the longer one counts.
  const connections = holds
    .filter(({ hold }) => hold.resource === 'connections')
    .reduce<Vector>((longest, { hold }) => combine(longest, hold.seconds ?? 0, Math.max), 0);
  const others = holds
    .filter(({ hold }) => hold.resource !== 'connections')
    .map((one): Step => ({ times: count, seconds: one.hold.seconds ?? 0, processors: processorTimeOf(one) }));
  return [{ times: count, seconds: connections, processors: [] }, ...others, ...ofParts];
}

function processorTimeOf({ hold: { resource, amount, seconds = 0 }, station }: Work['holds'][number]): ProcessorTime[] {
  return resource === 'processor' && station !== undefined ? [{ seconds: times(amount, seconds), station }] : [];
}

function visitsOf({ holds, parts }: Work, count: number, found: Map<number, Vector>): Map<number, Vector> {
  for (const { hold, station } of holds) {
    if (station === undefined || hold.resource === 'processor') continue;
    found.set(station, plus(found.get(station) ?? 0, times(smaller(hold.amount, 1), count)));
  }
  for (const { work, times: more } of parts) visitsOf(work, count * more, found);
  return found;
}

/**
 * The response time of an operation in one sample, with waits that are longer by a factor. The longest of its waits keeps its
 * distribution; others count by mean and variance.
 */
export function responseIn(
  { mean, variance, steps, visits }: FlatWork,
  waits: readonly QueueWait[],
  sample: number,
  waitTimes = 1,
): ResponseTime {
  let allMean = inSample(mean, sample);
  let allVariance = inSample(variance, sample);
  for (const step of steps) {
    const time = inSample(step.seconds, sample) + processorWaitIn(step.processors, waits, sample, waitTimes);
    allMean += step.times * time;
    allVariance += step.times * time * time;
  }
  let waitingProbability = 0;
  let waitSeconds = 0;
  for (const { station, visits: count } of visits) {
    const wait = waits[station] as QueueWait;
    const visited = inSample(count, sample);
    const probability = visited <= 1 ? visited * wait.probability : 1 - (1 - wait.probability) ** visited;
    if (probability === 0) continue;
    const seconds = (visited * wait.probability * wait.seconds * waitTimes) / probability;
    let shorterProbability = probability;
    let shorterSeconds = seconds;
    if (probability * seconds > waitingProbability * waitSeconds) {
      shorterProbability = waitingProbability;
      shorterSeconds = waitSeconds;
      waitingProbability = probability;
      waitSeconds = seconds;
    }
    if (shorterProbability === 0) continue;
    const shorterMean = shorterProbability * shorterSeconds;
    allMean += shorterMean;
    allVariance += 2 * shorterProbability * shorterSeconds ** 2 - shorterMean ** 2;
  }
  return { always: { mean: allMean, variance: allVariance }, waitingProbability, waitSeconds };
}

function processorWaitIn(processors: readonly ProcessorTime[], waits: readonly QueueWait[], sample: number, waitTimes: number): number {
  let seconds = 0;
  for (const { seconds: own, station } of processors) {
    const { probability, seconds: each, slowerBy } = waits[station] as QueueWait;
    const worked = inSample(own, sample);
    if (worked !== 0) seconds += worked * ((probability === 0 ? 0 : probability * each * waitTimes) + slowerBy);
  }
  return seconds;
}
