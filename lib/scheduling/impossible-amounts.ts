import { EBS_SIZES_GIB } from '../catalog/ebs-volume-sizes';
import type { Interval } from '../core/interval';
import type { ObjectDemand, VolumeDemand } from './object-demand';
import type { ObjectAmount, ObjectProblem } from './object-problem';
import type { Resources } from './pod-packing/resources';

/** Pods of the largest cluster that Kubernetes supports. Source: Kubernetes documentation, Considerations for large clusters. */
const MAX_PODS = 150_000;

/** Size of the largest EBS volume, 64 TiB, in GiB. Source: Amazon EBS user guide, Amazon EBS volume types. */
const MAX_VOLUME_GIB = 65_536;

/** CPU and memory of the largest EC2 instance, u7inh-32tb.480xlarge, rounded up. Source: Amazon EC2 instance types. */
const MAX_CPU_MILLIS = 2_000_000;
const MAX_MEMORY_BYTES = 32 * 1_024 ** 4;

/**
 * Reasons why amounts of a demand are impossible: negative, not finite, not whole, or larger than a cluster can have.
 * Empty when all are possible. An impossible amount makes the object unpriced, because no node could run it.
 */
export function impossibleAmounts({ pods = [], daemons = [], volumes = [] }: ObjectDemand): readonly ObjectProblem[] {
  return [
    ...pods.flatMap(({ replicas }) => countProblems('pods', replicas)),
    ...pods.flatMap(({ group }) => requestProblems(group.requests)),
    ...daemons.flatMap(({ requests }) => requestProblems(requests)),
    ...volumes.flatMap(({ count }) => countProblems('volumes', count)),
    ...volumes.flatMap(sizeProblems),
  ];
}

/** AWS creates no volume whose size its type does not offer, so that the claim stays pending. */
function sizeProblems({ sizeGib, storage }: VolumeDemand): readonly ObjectProblem[] {
  const found = rangeProblems('volume-size-gib', sizeGib, MAX_VOLUME_GIB);
  if (found.length > 0 || storage.kind !== 'ebs' || !Object.hasOwn(EBS_SIZES_GIB, storage.type)) return found;
  const [least, most] = EBS_SIZES_GIB[storage.type] ?? [0, MAX_VOLUME_GIB];
  return sizeGib >= least && sizeGib <= most ? [] : [{ kind: 'size-not-offered', type: storage.type, sizeGib, least, most }];
}

function countProblems(amount: ObjectAmount, { low, mid, high }: Interval): readonly ObjectProblem[] {
  const problems = [...new Set([low, mid, high])].flatMap((count) => rangeProblems(amount, count, MAX_PODS));
  if (problems.length > 0) return problems;
  // Only the expected number of an autoscaled workload is an average.
  return [...new Set([low, high])]
    .filter((count) => !Number.isInteger(count))
    .map((count) => ({ kind: 'not-whole', amount, value: count }));
}

function requestProblems({ cpuMillis, memoryBytes, gpus }: Resources): readonly ObjectProblem[] {
  return [
    ...rangeProblems('requested-cpu-thousandths', cpuMillis, MAX_CPU_MILLIS),
    ...rangeProblems('requested-memory-bytes', memoryBytes, MAX_MEMORY_BYTES),
    ...rangeProblems('requested-gpus', gpus, MAX_PODS),
  ];
}

function rangeProblems(amount: ObjectAmount, value: number, max: number): readonly ObjectProblem[] {
  return value >= 0 && value <= max ? [] : [{ kind: 'out-of-range', amount, value, max }];
}
