import { addIntervals, certain, combineIntervals, type Interval, scaleInterval } from '../core/interval';
import { InputError, notOneOf, type Problem } from '../core/problems';
import { SECONDS_EVERY } from './amount';
import type { Operation } from './operation';
import type { TargetWorkload, Workload } from './workload';

/** The part of a system that volumes are computed from. */
export interface WithOperations {
  /** Operations by id. */
  readonly operations: Readonly<Record<string, Operation>>;
}

type Counted = NonNullable<Operation['counts']>;

/** `per` of a usual amount that is the same with any number of users. */
export const PER_SYSTEM = 'system';

/** The number of a workload that is the amount of an operation, by the `counts` of the operation. */
export const COUNTED_AS = { users: 'concurrentUsers', 'http-requests': 'requestsPerSecond' } as const satisfies Readonly<
  Record<Counted, keyof TargetWorkload>
>;

/** Throws an InputError for operations that the system doesn't have, and for those that are given twice. */
export function checkTargetWorkload(system: WithOperations, targetWorkload: TargetWorkload, subject = 'workload'): void {
  const known = Object.keys(system.operations);
  const problems: Problem[] = [];
  for (const id of Object.keys(targetWorkload.operations ?? {})) {
    const operation = Object.hasOwn(system.operations, id) ? system.operations[id] : undefined;
    const key = keyOf(operation?.counts);
    if (operation === undefined) problems.push(notOneOf(`operations.${id}`, id, known));
    else if (key !== undefined && targetWorkload[key] !== undefined) {
      problems.push({
        path: `operations.${id}`,
        reason: `given together with ${key}`,
        expected: 'only one of them: they are the same quantity',
      });
    }
  }
  if (problems.length > 0) throw new InputError(subject, problems);
}

/** Arithmetic on volumes: on intervals, or on values in samples. */
export interface VolumeArithmetic<T> {
  /** The value of an interval; the same name is the same quantity, or its rest. */
  readonly of: (name: string, interval: Interval, isRest?: boolean) => T;
  /** The product of two values. */
  readonly times: (a: T, b: T) => T;
  /** The sum of two values. */
  readonly plus: (a: T, b: T) => T;
}

const INTERVALS: VolumeArithmetic<Interval> = {
  of: (_, interval) => interval,
  times: (a, b) => combineIntervals(a, b, (x, y) => x * y),
  plus: (a, b) => addIntervals(a, b),
};

/** Volumes as intervals: all low together, all mid, all high. */
export function volumeIntervals(system: WithOperations, targetWorkload: TargetWorkload): ReadonlyMap<string, Interval> {
  return volumesOf(INTERVALS, system, targetWorkload);
}

/** Volume of each operation under a workload, by operation id: events/s, or open sessions, with those that other operations cause. */
export function volumesOf<T>(
  arithmetic: VolumeArithmetic<T>,
  { operations }: WithOperations,
  targetWorkload: TargetWorkload,
): ReadonlyMap<string, T> {
  const started = startedVolumes(arithmetic, operations, targetWorkload);
  const all = new Map<string, T>();
  const total = (id: string): T => {
    const known = all.get(id);
    if (known !== undefined) return known;
    const volume = causesOf(id, operations).reduce(
      (sum, { by, part: { times, restOf } }) =>
        arithmetic.plus(sum, arithmetic.times(total(by), arithmetic.of(`${by} includes ${restOf ?? id}`, times, restOf !== undefined))),
      started(id),
    );
    all.set(id, volume);
    return volume;
  };
  for (const id of Object.keys(operations)) total(id);
  return all;
}

/** Volume of each operation that no other operation includes, as intervals, by operation id. */
export function startedIntervals({ operations }: WithOperations, targetWorkload: TargetWorkload): ReadonlyMap<string, Interval> {
  const started = startedVolumes(INTERVALS, operations, targetWorkload);
  return new Map(Object.keys(operations).map((id) => [id, started(id)]));
}

/** Volume of each operation that users start themselves, without fixed amounts. */
export function startedByUsers({ operations }: WithOperations, targetWorkload: TargetWorkload): ReadonlyMap<string, Interval> {
  return withoutFixed(startedIntervals, { operations }, targetWorkload);
}

/** Volumes that users start, each computed once. */
function startedVolumes<T>(
  arithmetic: VolumeArithmetic<T>,
  operations: WithOperations['operations'],
  targetWorkload: TargetWorkload,
): (id: string) => T {
  const own = new Map<string, T>();
  const started = (id: string): T => {
    const known = own.get(id);
    if (known !== undefined) return known;
    const volume = startedVolume(arithmetic, id, operations, targetWorkload, started);
    own.set(id, volume);
    return volume;
  };
  return started;
}

/** Volume that users start themselves: the given one, or the usual one. */
function startedVolume<T>(
  arithmetic: VolumeArithmetic<T>,
  id: string,
  operations: WithOperations['operations'],
  targetWorkload: TargetWorkload,
  startedOf: (id: string) => T,
): T {
  const operation = operations[id] as Operation;
  const { counts, usual } = operation;
  const { operations: volumes = {} } = targetWorkload;
  const key = keyOf(counts);
  const given = (Object.hasOwn(volumes, id) ? volumes[id] : undefined) ?? (key === undefined ? undefined : targetWorkload[key]);
  if (given !== undefined) return arithmetic.of(counts === 'users' ? 'users' : `asked ${id}`, given);
  const each = arithmetic.of(`usual ${id}`, scaleInterval(usual.amount, 1 / secondsOf(operation.kind, usual)));
  if (usual.per === PER_SYSTEM) return each;
  const those = usual.per === 'user' ? arithmetic.of('users', usersOf(operations, targetWorkload)) : startedOf(usual.per);
  return arithmetic.times(those, each);
}

/** Seconds of the period of a usual amount; 1 for sessions, which have none. */
function secondsOf(kind: Operation['kind'], { every }: Operation['usual']): number {
  return kind === 'event' ? SECONDS_EVERY[every] : 1;
}

/** The users, whichever name the workload gives them. */
function usersOf(operations: WithOperations['operations'], { concurrentUsers, operations: given = {} }: TargetWorkload): Interval {
  const id = Object.keys(operations).find((candidate) => operations[candidate]?.counts === 'users') ?? '';
  return concurrentUsers ?? (Object.hasOwn(given, id) ? given[id] : undefined) ?? certain(0);
}

function keyOf(counts: Counted | undefined): (typeof COUNTED_AS)[Counted] | undefined {
  return counts === undefined ? undefined : COUNTED_AS[counts];
}

function causesOf(
  id: string,
  operations: WithOperations['operations'],
): { readonly by: string; readonly part: Operation['includes'][number] }[] {
  return Object.entries(operations).flatMap(([by, { includes }]) =>
    includes.filter((part) => part.operation === id).map((part) => ({ by, part })),
  );
}

/**
 * Volume of each operation that the estimate is for. The requests and the users that a workload gives are all of them, so that those
 * which other operations cause are not added.
 */
export function estimatedVolumes({ operations }: WithOperations, workload: Workload): ReadonlyMap<string, Interval> {
  return new Map(
    [...volumeIntervals({ operations }, workload)].map(([id, volume]) => [id, givenAmount(operations[id], workload) ?? volume]),
  );
}

/** The users or requests of a workload that are the amount of an operation; undefined for others, and where none are given. */
export function givenAmount(operation: Operation | undefined, workload: TargetWorkload): Interval | undefined {
  const key = keyOf(operation?.counts);
  return key === undefined ? undefined : workload[key];
}

/** A workload multiplied by a factor. Fixed amounts stay the same, unless the workload has no others. */
export function scaleTargetWorkload(system: WithOperations, targetWorkload: TargetWorkload, factor: number): TargetWorkload {
  const { concurrentUsers, requestsPerSecond, operations } = targetWorkload;
  const fixed = fixedAmounts(system, targetWorkload);
  const growsAlone = isFixedAlone(system, targetWorkload);
  const amounts = growsAlone ? { ...fixed, ...operations } : operations;
  return {
    ...(concurrentUsers !== undefined && { concurrentUsers: scaleInterval(concurrentUsers, factor) }),
    ...(requestsPerSecond !== undefined && { requestsPerSecond: scaleInterval(requestsPerSecond, factor) }),
    ...(amounts !== undefined && {
      operations: Object.fromEntries(
        Object.entries(amounts).map(([id, amount]) => [
          id,
          !growsAlone && Object.hasOwn(fixed, id) ? amount : scaleInterval(amount, factor),
        ]),
      ),
    }),
  };
}

/** The fixed part of a workload, which no user causes; undefined for a system without fixed amounts. */
export function fixedPartOf(system: WithOperations, targetWorkload: TargetWorkload): TargetWorkload | undefined {
  const fixed = fixedAmounts(system, targetWorkload);
  if (Object.keys(fixed).length === 0) return undefined;
  const { concurrentUsers: _users, requestsPerSecond, operations = {} } = targetWorkload;
  return {
    concurrentUsers: certain(0),
    ...(requestsPerSecond !== undefined && { requestsPerSecond: certain(0) }),
    // A fixed amount that the workload does not give stays the usual one, so that it has the same value in each sample.
    operations: Object.fromEntries(Object.entries(operations).map(([id, amount]) => [id, Object.hasOwn(fixed, id) ? amount : certain(0)])),
  };
}

/** The part of a workload that does not grow with it; undefined where all of it grows. */
export function constantPartOf(system: WithOperations, targetWorkload: TargetWorkload): TargetWorkload | undefined {
  return isFixedAlone(system, targetWorkload) ? undefined : fixedPartOf(system, targetWorkload);
}

/** Volume of each operation that users cause, without fixed amounts. */
export function userVolumes(system: WithOperations, targetWorkload: TargetWorkload): ReadonlyMap<string, Interval> {
  return withoutFixed(volumeIntervals, system, targetWorkload);
}

function withoutFixed(
  volumes: (system: WithOperations, targetWorkload: TargetWorkload) => ReadonlyMap<string, Interval>,
  system: WithOperations,
  targetWorkload: TargetWorkload,
): ReadonlyMap<string, Interval> {
  const all = volumes(system, targetWorkload);
  const fixed = fixedPartOf(system, targetWorkload);
  if (fixed === undefined) return all;
  const others = volumes(system, fixed);
  return new Map(
    [...all].map(([id, volume]) => [id, combineIntervals(volume, others.get(id) ?? certain(0), (a, b) => Math.max(0, a - b))]),
  );
}

/** Amounts of the operations that no user causes, by operation id: events/s, or open sessions. */
function fixedAmounts({ operations }: WithOperations, { operations: given = {} }: TargetWorkload): Readonly<Record<string, Interval>> {
  return Object.fromEntries(
    Object.entries(operations).flatMap(([id, { kind, usual }]) =>
      usual.per === PER_SYSTEM
        ? [[id, (Object.hasOwn(given, id) ? given[id] : undefined) ?? scaleInterval(usual.amount, 1 / secondsOf(kind, usual))]]
        : [],
    ),
  );
}

/** Whether a workload has fixed amounts and nothing else. */
function isFixedAlone(system: WithOperations, { concurrentUsers, requestsPerSecond, operations = {} }: TargetWorkload): boolean {
  const fixed = Object.keys(fixedAmounts(system, {}));
  const others = Object.keys(operations).filter((id) => !fixed.includes(id));
  const amounts = [concurrentUsers, requestsPerSecond, ...others.map((id) => operations[id])];
  return fixed.length > 0 && amounts.every((amount) => (amount?.high ?? 0) === 0);
}
