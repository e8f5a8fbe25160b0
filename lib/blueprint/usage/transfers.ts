import { addIntervals, certain, type Interval, scaleInterval } from '../../core/interval';
import { rounded } from '../../core/number-format';
import { SECONDS_PER_MONTH } from '../../core/time';
import type { System } from '../../model/system';
import type { Facts, FactsOfTransfers } from './facts';

/** The calls and uploads of a workload, from the operations that make them. */
export function transfersOf(operations: System['operations'], volumes: ReadonlyMap<string, Interval>, busyShare: number): FactsOfTransfers {
  const all = Object.entries(operations);
  const callKinds = all.flatMap(([id, { transfer }]) =>
    transfer?.callKilobitsPerSecond === undefined
      ? []
      : [{ calls: scaleInterval(volumeOf(id, volumes), busyShare), kilobitsPerSecond: transfer.callKilobitsPerSecond.value }],
  );
  const uploadKinds = all.flatMap(([id, { transfer }]) =>
    transfer?.uploadMib === undefined
      ? []
      : [{ perMonth: scaleInterval(volumeOf(id, volumes), busyShare * SECONDS_PER_MONTH), mib: transfer.uploadMib.value }],
  );
  return {
    callKinds,
    calls: sum(callKinds.map(({ calls }) => calls)),
    callKilobitsPerSecond: sum(callKinds.map(({ calls, kilobitsPerSecond }) => scaleInterval(calls, kilobitsPerSecond))),
    uploadsPerMonth: sum(uploadKinds.map(({ perMonth }) => perMonth)),
    uploadedMibPerMonth: sum(uploadKinds.map(({ perMonth, mib }) => scaleInterval(perMonth, mib))),
  };
}

/** Volume of an operation of the system. */
export function volumeOf(operation: string, volumes: ReadonlyMap<string, Interval>): Interval {
  const volume = volumes.get(operation);
  if (volume === undefined) throw new Error(`${operation} is no operation of the system`);
  return volume;
}

/** `8 calls of 40 kbit/s`, for assumptions. Several kinds are joined. */
export function callsText({ callKinds }: Pick<Facts, 'callKinds'>, between: 'of' | '×' = 'of'): string {
  if (callKinds.length === 0) return '0 calls';
  return callKinds
    .map(({ calls, kilobitsPerSecond }) => `${rounded(calls.mid)} calls ${between} ${kilobitsPerSecond} kbit/s`)
    .join(' and ');
}

function sum(intervals: readonly Interval[]): Interval {
  return addIntervals(certain(0), ...intervals);
}
