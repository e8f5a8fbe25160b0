import type { Demands, Hold } from '../demand';
import { combine, type Vector } from '../vector';
import { QUEUES, type Station } from './station';

/** The steps of an operation from its start to its end, with the operations that it waits for. */
export interface Work {
  /** Id of the operation. */
  readonly operation: string;
  /** Its seconds at low load, which contain everything that it waits for; undefined where they are those of its holds. */
  readonly seconds: Vector | undefined;
  /** Seconds of its searches beyond those that `seconds` contains, because the indexes have more vectors. */
  readonly longerSeconds: Vector;
  /** The resources with a queue that it holds. */
  readonly holds: readonly { readonly hold: Hold; readonly station: number | undefined }[];
  /** Operations that it starts and waits for, with their number for each event. */
  readonly parts: readonly { readonly work: Work; readonly times: number }[];
}

/** The work of an operation. Operations of low criticality that it causes are left out, because no user waits for them. */
export function workOf(id: string, demands: Demands, holds: readonly Hold[], stations: readonly Station[]): Work {
  const { operations } = demands.system;
  const { seconds, includes = [] } = operations[id] ?? {};
  const own = holds.filter(({ operation, resource, isReplay }) => operation === id && !isReplay && QUEUES.includes(resource));
  return {
    operation: id,
    seconds: seconds === undefined ? undefined : demands.samples.draw(`${id} seconds`, seconds.amount),
    longerSeconds: own.reduce<Vector>((longest, { longerSeconds = 0 }) => combine(longest, longerSeconds, Math.max), 0),
    holds: own.map((hold) => {
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
