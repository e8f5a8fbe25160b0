import { combineIntervals, type Interval, mapInterval } from '../core/interval';
import { type Every, SECONDS_EVERY } from '../model/amount';
import type { Operation } from '../model/operation';
import type { PublishedRange } from '../model/scalars';
import type { System } from '../model/system';
import type { Published } from '../model/tier';
import type { TargetWorkload } from '../model/workload';
import { type OperationCapacity, rowName } from './capacity';
import { type Compared, comparisonAlone, comparisonWithWorkload, type PublishedComparison } from './comparison';
import { type ExplainedCapacity, workloadExplanation } from './explain';
import type { AmountUnit, Explanation } from './explanation';
import { figureComparisons } from './figures';
import { concurrencyOf } from './queueing/little';

/** Every published capacity of a tier, compared with the modelled one. */
export function comparePublished(published: Published, compared: Compared): PublishedComparison[] {
  const { capacity, operations } = compared;
  const users = comparisonWithWorkload(compared, { kind: 'users' }, published.concurrentUsers, capacity.concurrentUsers, { kind: 'users' });
  const keyed = Object.entries(operations).flatMap(([id, operation]) => {
    const found = capacity.operations.find((one) => one.operation === id);
    return found === undefined ? [] : ofOperation(id, operation, found, published, compared);
  });
  return [users, ...keyed, ...atOnce(published, compared), ...figureComparisons(published.figures ?? [], compared)];
}

/** Published requests at once: requests in flight when the whole workload reaches the limit. */
function atOnce({ requestsAtOnce }: Published, compared: Compared): PublishedComparison[] {
  const { operations } = compared;
  if (requestsAtOnce === undefined) return [];
  return compared.capacity.operations
    .filter(({ operation }) => operations[operation]?.counts === 'http-requests')
    .flatMap(({ operation, inTheMix: handled, seconds }) => {
      if (seconds === undefined) return [];
      const found = comparisonWithWorkload(
        compared,
        { kind: 'in-flight', operation },
        requestsAtOnce,
        combineIntervals(handled, seconds, concurrencyOf),
        { kind: 'in-flight' },
      );
      const why = { kind: 'in-flight', requestsPerSecond: handled.mid, seconds: seconds.mid } as const;
      return [found.because === undefined ? found : { ...found, because: { ...found.because, why } }];
    });
}

function ofOperation(
  id: string,
  operation: Operation,
  found: OperationCapacity,
  published: Published,
  compared: Compared,
): PublishedComparison[] {
  const { requestsPerSecond, operations: listed = {} } = published;
  const own = Object.hasOwn(listed, id) ? listed[id] : undefined;
  return [
    ...(operation.counts === 'http-requests' && requestsPerSecond !== undefined
      ? [ofRate(found, requestsPerSecond, 'second', compared)]
      : []),
    ...(own === undefined ? [] : [ofListed(found, own, compared)]),
  ];
}

/** A number of events at a time is a maximum of that operation alone; a rate or a number of sessions is part of the whole mix. */
function ofListed(
  found: OperationCapacity,
  { amount, every }: NonNullable<Published['operations']>[string],
  compared: Compared,
): PublishedComparison {
  if (found.kind === 'session') return ofSessions(found, amount, compared);
  return every === undefined ? comparisonAlone(compared, amount, found) : ofRate(found, amount, every, compared);
}

function ofSessions({ operation, inTheMix: sessions }: OperationCapacity, range: PublishedRange, compared: Compared): PublishedComparison {
  const unit: AmountUnit = { kind: 'sessions' };
  return comparisonWithWorkload(compared, { kind: 'sessions', operation }, range, sessions, unit);
}

function ofRate(
  { operation, inTheMix: perSecond }: OperationCapacity,
  range: PublishedRange,
  every: Every,
  compared: Compared,
): PublishedComparison {
  const rate = mapInterval(perSecond, (amount) => amount * SECONDS_EVERY[every]);
  return comparisonWithWorkload(compared, { kind: 'rate', operation, every }, range, rate, { kind: 'rate', every });
}

/** Whether a tier handles a scenario that its source document states it handles. */
export interface ScenarioResult {
  /** Id of the scenario. */
  readonly id: string;
  /** Name of the scenario. */
  readonly name: string;
  /** Id of the tier that is stated to handle it. */
  readonly tier: string;
  /** The workload of the scenario. */
  readonly workload: TargetWorkload;
  /** Multiple of the scenario's load that fits below every threshold. */
  readonly timesWorkload: Interval;
  /** Whether the tier handles the workload in all samples, in some, or in none. */
  readonly standing: 'handled' | 'partly handled' | 'not handled' | 'unknown';
  /** Resource that limits the tier under the scenario, as `rowName` gives it. */
  readonly limit: string | undefined;
  /** Limit that the source document states for the scenario, in its words; undefined where it states none. */
  readonly statedLimit: string | undefined;
  /** Why it is not handled in all samples. Absent where it is. */
  readonly because?: Explanation;
}

/** Whether a tier handles a scenario of its system. */
export function scenarioResult(scenario: System['scenarios'][number], explained: ExplainedCapacity): ScenarioResult {
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
    statedLimit: limitedBy,
    ...(standing === 'handled' ? {} : { because: workloadExplanation(explained) }),
  };
}
