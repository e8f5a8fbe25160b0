/** GPUs that an instance reserves. Unknown where the source states that it reserves some, and not how many, such as `gpus: all`. */
export type GpuCount = number | 'unknown';

/** The number of a source, also as a string. */
export function gpuCountOf(stated: unknown): GpuCount {
  const count = typeof stated === 'string' && /^\d{1,4}$/.test(stated) ? Number(stated) : stated;
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : 'unknown';
}

/** The sum; unknown if one of the counts is. */
export function sumOfGpus(counts: readonly GpuCount[]): GpuCount {
  return counts.reduce<GpuCount>((sum, count) => (sum === 'unknown' || count === 'unknown' ? 'unknown' : sum + count), 0);
}
