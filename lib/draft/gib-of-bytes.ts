import { BYTES_PER_GIB } from '../core/data-size';

/** Bytes in GiB, to three decimals and never 0. */
export function gibOfBytes(bytes: number): number {
  return Math.max(0.001, Math.round((bytes / BYTES_PER_GIB) * 1000) / 1000);
}
