import { combineIntervals, type Interval, mapInterval } from '../core/interval';
import { SECONDS_EVERY } from '../model/amount';
import type { Operation } from '../model/operation';
import type { PublishedRange } from '../model/scalars';
import type { System } from '../model/system';
import type { Published } from '../model/tier';
import type { TargetWorkload } from '../model/workload';
import { type OperationCapacity, rowName } from './capacity';
import { alone, type Compared, inTheMix, type PublishedComparison } from './comparison';
import { type Explained, type Explanation, useExplanation } from './explain';
import { figureComparisons } from './figures';
import { concurrencyOf } from './queueing/little';
import { significant } from './words';

/** Every published capacity of a tier beside what we compute for it. */
export function comparePublished(published: Published, compared: Compared): PublishedComparison[] {
  const { capacity, operations } = compared;
  const users = inTheMix(compared, 'concurrent users', published.concurrentUsers, capacity.concurrentUsers, 'users');
  const keyed = Object.entries(operations).flatMap(([id, operation]) => {
    const found = capacity.operations.find((one) => one.operation === id);
    return found === undefined ? [] : ofOperation(id, operation, found, published, compared);
  });
  return [users, ...keyed, ...atOnce(published, compared), ...figureComparisons(published.figures ?? [], compared)];
}

/** Requests at once that no operation claims: those in flight, when the workload as it is reaches the limit. */
function atOnce({ requestsAtOnce }: Published, compared: Compared): PublishedComparison[] {
  const { operations } = compared;
  if (requestsAtOnce === undefined || Object.values(operations).some(({ publishedAs }) => publishedAs === 'requestsAtOnce')) return [];
  return compared.capacity.operations
    .filter(({ operation }) => operations[operation]?.publishedAs === 'requestsPerSecond')
    .flatMap(({ operation, inTheMix: handled, seconds }) => {
      if (seconds === undefined) return [];
      const found = inTheMix(
        compared,
        `${operation} in flight`,
        requestsAtOnce,
        combineIntervals(handled, seconds, concurrencyOf),
        'in flight',
      );
      const counted = `requests in flight are ${significant(handled.mid)}/s × ${significant(seconds.mid)} s; a larger figure can only count users between two requests`;
      return [found.because === undefined ? found : { ...found, because: { ...found.because, why: counted } }];
    });
}

function ofOperation(
  id: string,
  operation: Operation,
  found: OperationCapacity,
  published: Published,
  compared: Compared,
): PublishedComparison[] {
  const key = operation.publishedAs;
  const range = key === undefined || key === 'concurrentUsers' ? undefined : published[key];
  const { operations: ranges = {} } = published;
  const listed = Object.hasOwn(ranges, id) ? ranges[id] : undefined;
  return [
    ...(key === undefined || range === undefined ? [] : [ofKey(key, found, range, compared)]),
    ...(listed === undefined ? [] : [ofListed(found, listed, compared)]),
  ];
}

/** A number "at a time" is what the tier does of it at the most; a rate or a session is part of the whole mix. */
function ofKey(
  key: NonNullable<Operation['publishedAs']>,
  found: OperationCapacity,
  range: PublishedRange,
  compared: Compared,
): PublishedComparison {
  switch (key) {
    case 'documentsAtOnce':
    case 'imagesAtOnce':
    case 'requestsAtOnce':
      return alone(compared, range, found);
    case 'modelRequestsPerMinute': {
      const rate = mapInterval(found.inTheMix, (perSecond) => perSecond * SECONDS_EVERY.minute);
      return inTheMix(compared, `${found.operation} per minute`, range, rate, 'per minute');
    }
    default: {
      const event = found.kind === 'event';
      return inTheMix(
        compared,
        event ? `${found.operation} per second` : found.operation,
        range,
        found.inTheMix,
        event ? 'per second' : '',
      );
    }
  }
}

function ofListed(
  found: OperationCapacity,
  { amount, every }: NonNullable<Published['operations']>[string],
  compared: Compared,
): PublishedComparison {
  if (found.kind === 'session') return inTheMix(compared, found.operation, amount, found.inTheMix, '');
  if (every === undefined) return alone(compared, amount, found);
  const rate = mapInterval(found.inTheMix, (perSecond) => perSecond * SECONDS_EVERY[every]);
  return inTheMix(compared, `${found.operation} a ${every}`, amount, rate, `a ${every}`);
}

/** A use that a document says a tier handles, and whether it does. */
export interface ScenarioResult {
  /** Id of the scenario. */
  readonly id: string;
  /** Name of the scenario. */
  readonly name: string;
  /** Id of the tier that is stated to handle it. */
  readonly tier: string;
  /** The workload of the scenario. */
  readonly workload: TargetWorkload;
  /** How many times the scenario's load fits below every threshold. */
  readonly timesWorkload: Interval;
  /** Whether the tier handles the workload in all samples, in some, or in none. */
  readonly standing: 'handled' | 'partly handled' | 'not handled' | 'unknown';
  /** What limits it by our figures, and by the document's words. */
  readonly limit: string | undefined;
  /** What the source document states about the scenario. */
  readonly documentSays: string | undefined;
  /** Why it is not handled in all samples: absent where it is. */
  readonly because?: Explanation;
}

/** Whether a tier handles a scenario of its system. */
export function scenarioResult(scenario: System['scenarios'][number], explained: Explained): ScenarioResult {
  const { id, name, tier, workload, limitedBy } = scenario;
  const { limit, timesWorkload } = explained.capacity;
  const standing = !Number.isFinite(timesWorkload.mid)
    ? 'unknown'
    : timesWorkload.low >= 1
      ? 'handled'
      : timesWorkload.high >= 1
        ? 'partly handled'
        : 'not handled';
  return {
    id,
    name,
    tier,
    workload,
    timesWorkload,
    standing,
    limit: limit === undefined ? undefined : rowName(limit),
    documentSays: limitedBy,
    ...(standing === 'handled' ? {} : { because: useExplanation(explained) }),
  };
}
