import { type Asked, type Operation, type Published, type PublishedRange, SECONDS_EVERY, type System } from '../../model';
import { combineIntervals, type Interval, mapInterval } from '../../units';
import { concurrencyOf } from '../queueing';
import { type Capacity, type OperationCapacity, rowName } from './capacity';

/** How our figure stands to that of a document. */
export type Standing = 'inside' | 'overlaps' | 'below' | 'above';

/** A published figure beside ours. */
export interface PublishedComparison {
  readonly what: string;
  readonly published: { readonly from: number; readonly to: number; readonly orMore: boolean };
  readonly modelled: Interval;
  /** Mid of ours over the middle of theirs. */
  readonly ratio: number;
  readonly standing: Standing;
  /** Ours is more than twice or less than half of theirs: what then limits, and what they may have meant. */
  readonly note?: string;
}

/** Beyond this ratio a difference has to be explained. */
export const WORTH_A_NOTE = 2;

/** Every published capacity of a tier beside what we compute for it. */
export function comparePublished(
  { operations }: Pick<System, 'operations'>,
  published: Published,
  capacity: Capacity,
): PublishedComparison[] {
  const users = compared('concurrent users', published.concurrentUsers, capacity.concurrentUsers, limitText(capacity));
  const keyed = Object.entries(operations).flatMap(([id, operation]) => {
    const found = capacity.operations.find((one) => one.operation === id);
    return found === undefined ? [] : ofOperation(id, operation, found, published, capacity);
  });
  const others = (published.figures ?? [])
    .filter((figure) => figure.of === 'concurrentUsers')
    .map(({ name, range }) => compared(name, range, capacity.concurrentUsers, limitText(capacity)));
  return [users, ...others, ...keyed, ...atOnce(operations, published, capacity)];
}

/** Requests at once that no operation claims: those in flight, when the workload as it is reaches the limit. */
function atOnce(operations: System['operations'], { requestsAtOnce }: Published, capacity: Capacity): PublishedComparison[] {
  if (requestsAtOnce === undefined || Object.values(operations).some(({ publishedAs }) => publishedAs === 'requestsAtOnce')) return [];
  return capacity.operations
    .filter(({ operation }) => operations[operation]?.publishedAs === 'requestsPerSecond')
    .flatMap(({ operation, inTheMix, seconds }) => {
      if (seconds === undefined) return [];
      const inFlight = combineIntervals(inTheMix, seconds, concurrencyOf);
      const found = compared(`${operation} in flight`, requestsAtOnce, inFlight, limitText(capacity));
      const counted = `in flight are ${significant(inTheMix.mid)} a second × ${significant(seconds.mid)} s; more at once can only be users who send them now and then`;
      return [found.note === undefined ? found : { ...found, note: `${found.note}; ${counted}` }];
    });
}

function ofOperation(
  id: string,
  operation: Operation,
  found: OperationCapacity,
  published: Published,
  capacity: Capacity,
): PublishedComparison[] {
  const key = operation.publishedAs;
  const range = key === undefined || key === 'concurrentUsers' ? undefined : published[key];
  const listed = published.operations?.[id];
  return [
    ...(key === undefined || range === undefined ? [] : [ofKey(key, found, range, capacity)]),
    ...(listed === undefined ? [] : [ofListed(found, listed, capacity)]),
  ];
}

/** A number "at a time" is what the tier does of it at the most; a rate or a session is part of the whole mix. */
function ofKey(
  key: NonNullable<Operation['publishedAs']>,
  found: OperationCapacity,
  range: PublishedRange,
  capacity: Capacity,
): PublishedComparison {
  switch (key) {
    case 'documentsAtOnce':
    case 'imagesAtOnce':
    case 'requestsAtOnce': {
      return compared(`${found.operation} at a time, alone`, range, found.aloneAtOnce ?? found.alone, found.limitedAloneBy);
    }
    case 'modelRequestsPerMinute':
      return compared(
        `${found.operation} a minute`,
        range,
        mapInterval(found.inTheMix, (rate) => rate * SECONDS_EVERY.minute),
        limitText(capacity),
      );
    default:
      return compared(found.kind === 'event' ? `${found.operation} a second` : found.operation, range, found.inTheMix, limitText(capacity));
  }
}

function ofListed(
  found: OperationCapacity,
  { amount, every }: NonNullable<Published['operations']>[string],
  capacity: Capacity,
): PublishedComparison {
  if (found.kind === 'session') return compared(found.operation, amount, found.inTheMix, limitText(capacity));
  if (every === undefined)
    return compared(`${found.operation} at a time, alone`, amount, found.aloneAtOnce ?? found.alone, found.limitedAloneBy);
  const rate = mapInterval(found.inTheMix, (perSecond) => perSecond * SECONDS_EVERY[every]);
  return compared(`${found.operation} a ${every}`, amount, rate, limitText(capacity));
}

function limitText({ limit }: Capacity): string | undefined {
  return limit === undefined ? undefined : rowName(limit);
}

function compared(what: string, range: PublishedRange, modelled: Interval, limit: string | undefined): PublishedComparison {
  const published = spanOfRange(range);
  const ratio = modelled.mid / ((published.from + published.to) / 2);
  const standing = standingOf(published, modelled);
  const far = standing !== 'inside' && (ratio > WORTH_A_NOTE || ratio < 1 / WORTH_A_NOTE);
  return { what, published, modelled, ratio, standing, ...(far ? { note: noteText(ratio, limit) } : {}) };
}

export function spanOfRange(range: PublishedRange): PublishedComparison['published'] {
  if (Array.isArray(range)) return { from: range[0], to: range[1], orMore: false };
  return { from: range.from, to: range.to ?? range.from, orMore: range.orMore ?? false };
}

export function standingOf({ from, to, orMore }: PublishedComparison['published'], { low, mid, high }: Interval): Standing {
  if (mid >= from && (orMore || mid <= to)) return 'inside';
  if (high >= from && (orMore || low <= to)) return 'overlaps';
  return mid < from ? 'below' : 'above';
}

function noteText(ratio: number, limit: string | undefined): string {
  const how = ratio > 1 ? `${times(ratio)} what is published` : `what is published is ${times(1 / ratio)} that`;
  return limit === undefined ? `${how}; nothing that we know of limits it` : `${how}; ${limit} is the first to reach its threshold`;
}

function times(ratio: number): string {
  return `${significant(ratio)} times`;
}

function significant(value: number): string {
  return String(Number(value.toPrecision(2)));
}

/** A use that a document says a tier carries, and whether it does. */
export interface ScenarioResult {
  readonly id: string;
  readonly name: string;
  readonly tier: string;
  readonly workload: Asked;
  /** How many times the scenario's load fits below every threshold. */
  readonly timesWorkload: Interval;
  readonly standing: 'carried' | 'partly' | 'not carried';
  /** What limits it by our figures, and by the document's words. */
  readonly limit: string | undefined;
  readonly documentSays: string | undefined;
}

export function scenarioResult(scenario: System['scenarios'][number], capacity: Capacity): ScenarioResult {
  const { id, name, tier, workload, limitedBy } = scenario;
  const { low, high } = capacity.timesWorkload;
  return {
    id,
    name,
    tier,
    workload,
    timesWorkload: capacity.timesWorkload,
    standing: low >= 1 ? 'carried' : high >= 1 ? 'partly' : 'not carried',
    limit: limitText(capacity),
    documentSays: limitedBy,
  };
}
