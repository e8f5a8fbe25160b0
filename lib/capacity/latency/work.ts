import type { Demands, Hold } from '../demand';
import { inSample, type Vector } from '../vector';
import type { Time } from './response-time';
import { QUEUES, type Station, type Wait } from './station';

/** What an operation does from its start to its end, with the operations that it waits for. */
export interface Work {
  /** Id of the operation. */
  readonly operation: string;
  /** Its seconds at low load, which contain everything that it waits for; undefined where they are those of its holds. */
  readonly seconds: Vector | undefined;
  /** What it holds of resources with a queue. */
  readonly holds: readonly { readonly hold: Hold; readonly station: number | undefined }[];
  /** Operations that it starts and waits for, with their number for each event. */
  readonly parts: readonly { readonly work: Work; readonly times: number }[];
}

/** The work of an operation. Operations of low criticality that it causes are left out, because no user waits for them. */
export function workOf(id: string, demands: Demands, holds: readonly Hold[], stations: readonly Station[]): Work {
  const { operations } = demands.system;
  const { seconds, includes = [] } = operations[id] ?? {};
  return {
    operation: id,
    seconds: seconds === undefined ? undefined : demands.samples.draw(`${id} seconds`, seconds.amount),
    holds: holds
      .filter(({ operation, resource }) => operation === id && QUEUES.includes(resource))
      .map((hold) => {
        const station = stations.findIndex((one) => one.holds.includes(hold));
        return { hold, station: station < 0 ? undefined : station };
      }),
    parts: includes
      .filter(({ operation }) => operations[operation]?.criticality !== 'low')
      .map(({ operation, times }) => ({ work: workOf(operation, demands, holds, stations), times: times.mid })),
  };
}

/** The operation without known seconds that leaves the response time unknown; undefined where it is known. */
export function withoutSeconds({ operation, seconds, holds, parts }: Work): string | undefined {
  if (seconds !== undefined) return undefined;
  if (holds.length === 0 && parts.length === 0) return operation;
  return parts.map(({ work }) => withoutSeconds(work)).find((found) => found !== undefined);
}

/** Every resource with a queue that an operation visits, with the mean number of visits of an event in one sample. */
export function visitsIn(work: Work, sample: number, times = 1, found = new Map<number, number>()): Map<number, number> {
  for (const { hold, station } of work.holds) {
    if (station === undefined || hold.resource === 'processor') continue;
    found.set(station, (found.get(station) ?? 0) + times * Math.min(1, inSample(hold.amount, sample)));
  }
  for (const part of work.parts) visitsIn(part.work, sample, times * part.times, found);
  return found;
}

/** Time of an operation in one sample without waits for workers, connections and slots; exponential times of each part. */
export function timeIn(work: Work, waits: readonly Wait[], sample: number): Time {
  const { mean, variance } = ownTimeIn(work, waits, sample);
  const isWhole = work.seconds !== undefined;
  return work.parts.reduce<Time>(
    (sum, { work: part, times }) => {
      const one = isWhole ? processorWaitIn(part, waits, sample) : timeIn(part, waits, sample);
      return { mean: sum.mean + times * one.mean, variance: sum.variance + times * one.variance };
    },
    { mean, variance },
  );
}

function ownTimeIn(work: Work, waits: readonly Wait[], sample: number): Time {
  if (work.seconds !== undefined) return exponential(inSample(work.seconds, sample) + ownProcessorWaitIn(work, waits, sample));
  let [mean, variance, connection] = [0, 0, 0];
  for (const { hold, station } of work.holds) {
    const seconds = inSample(hold.seconds ?? 0, sample);
    // A pool's connection and the server's are held together: the longer of them counts.
    if (hold.resource === 'connections') connection = Math.max(connection, seconds);
    else {
      const time = exponential(seconds + processorWaitOf(hold, station, waits, sample));
      [mean, variance] = [mean + time.mean, variance + time.variance];
    }
  }
  return { mean: mean + connection, variance: variance + connection ** 2 };
}

/** What an included operation adds to one whose seconds contain it: its wait for processors. */
function processorWaitIn(work: Work, waits: readonly Wait[], sample: number): Time {
  return work.parts.reduce<Time>(
    (sum, { work: part, times }) => {
      const one = processorWaitIn(part, waits, sample);
      return { mean: sum.mean + times * one.mean, variance: sum.variance + times * one.variance };
    },
    exponential(ownProcessorWaitIn(work, waits, sample)),
  );
}

function ownProcessorWaitIn({ holds }: Work, waits: readonly Wait[], sample: number): number {
  return holds.reduce((sum, { hold, station }) => sum + processorWaitOf(hold, station, waits, sample), 0);
}

function processorWaitOf({ resource, amount, seconds = 0 }: Hold, station: number | undefined, waits: readonly Wait[], sample: number) {
  const wait = station === undefined ? undefined : waits[station];
  const own = inSample(amount, sample) * inSample(seconds, sample);
  if (resource !== 'processor' || wait === undefined || own === 0) return 0;
  return own * ((wait.probability === 0 ? 0 : wait.probability * wait.seconds) + wait.slowerBy);
}

function exponential(mean: number): Time {
  return { mean, variance: mean ** 2 };
}
