export const MIB_PER_GIB = 1_024;

export const KIB_PER_GIB = 1_024 * 1_024;

export const BYTES_PER_GIB = 1_024 ** 3;

const BITS_PER_BYTE = 8;

/** Volume that a constant bit rate moves in a time. Kilobits are decimal (1,000 bits), as in network rates. */
export function gibFromKilobits(kilobitsPerSecond: number, seconds: number): number {
  return (kilobitsPerSecond * 1_000 * seconds) / BITS_PER_BYTE / BYTES_PER_GIB;
}
