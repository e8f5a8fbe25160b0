import { addIntervals, certain, type Interval, scaleInterval } from '../../core/interval';
import { SECONDS_PER_MONTH } from '../../core/time';
import type { System } from '../../model/system';
import type { CallKind, FactsOfTransfers } from './facts';

/** The calls, uploads and messages of a workload, from the operations that make them, with their average volumes. */
export function transfersOf(operations: System['operations'], averages: ReadonlyMap<string, Interval>): FactsOfTransfers {
  const all = Object.entries(operations);
  const callKinds = all.flatMap(([id, { transfer = {} }]) => {
    const { callKilobitsPerSecond: call, modelKilobitsPerSecond: model = call } = transfer;
    if (call === undefined || model === undefined) return [];
    return [{ calls: volumeOf(id, averages), kilobitsPerSecond: call.value, modelKilobitsPerSecond: model.value }];
  });
  const uploadKinds = all.flatMap(([id, { transfer }]) =>
    transfer?.uploadMib === undefined
      ? []
      : [{ perMonth: scaleInterval(volumeOf(id, averages), SECONDS_PER_MONTH), mib: transfer.uploadMib.value }],
  );
  const messageKinds = all.flatMap(([id, { transfer }]) =>
    transfer?.message === undefined ? [] : [{ perSecond: volumeOf(id, averages), ...transfer.message }],
  );
  return {
    callKinds,
    calls: sum(callKinds.map(({ calls }) => calls)),
    callKilobitsPerSecond: sum(callKinds.map(({ calls, kilobitsPerSecond }) => scaleInterval(calls, kilobitsPerSecond))),
    modelKilobitsPerSecond: sum(callKinds.map(({ calls, modelKilobitsPerSecond }) => scaleInterval(calls, modelKilobitsPerSecond))),
    uploadsPerMonth: sum(uploadKinds.map(({ perMonth }) => perMonth)),
    uploadedMibPerMonth: sum(uploadKinds.map(({ perMonth, mib }) => scaleInterval(perMonth, mib))),
    messages: {
      perSecond: sum(messageKinds.map(({ perSecond }) => perSecond)),
      receivedKibPerSecond: sum(messageKinds.map(({ perSecond, receivedKib }) => scaleInterval(perSecond, receivedKib.value))),
      sentKibPerSecond: sum(messageKinds.map(({ perSecond, sentKib }) => scaleInterval(perSecond, sentKib.value))),
    },
  };
}

/** Volume of an operation of the system. */
export function volumeOf(operation: string, volumes: ReadonlyMap<string, Interval>): Interval {
  const volume = volumes.get(operation);
  if (volume === undefined) throw new Error(`unknown operation: ${operation}`);
  return volume;
}

/** Calls under the expected load, for the basis of a quantity. */
export function averageOf({ calls, kilobitsPerSecond }: CallKind): { readonly calls: number; readonly kilobitsPerSecond: number } {
  return { calls: calls.mid, kilobitsPerSecond };
}

/** Calls as `averageOf`, with the bit rate to the model where it is not that of the call. */
export function averageWithModel(kind: CallKind): ReturnType<typeof averageOf> & { readonly modelKilobitsPerSecond?: number } {
  const { kilobitsPerSecond, modelKilobitsPerSecond } = kind;
  return { ...averageOf(kind), ...(modelKilobitsPerSecond === kilobitsPerSecond ? {} : { modelKilobitsPerSecond }) };
}

function sum(intervals: readonly Interval[]): Interval {
  return addIntervals(certain(0), ...intervals);
}
