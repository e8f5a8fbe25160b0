/** Mebibytes in a gibibyte. */
export const MIB_PER_GIB = 1_024;

/** Kibibytes in a mebibyte. */
export const KIB_PER_MIB = 1_024;

/** Kibibytes in a gibibyte. */
export const KIB_PER_GIB = KIB_PER_MIB * MIB_PER_GIB;

/** Bytes in a mebibyte. */
export const BYTES_PER_MIB = 1_024 ** 2;

/** Bytes in a gibibyte. */
export const BYTES_PER_GIB = 1_024 ** 3;

const BITS_PER_BYTE = 8;

/** Volume that a constant bit rate moves in a time. Kilobits are decimal (1,000 bits), as in network rates. */
export function gibFromKilobits(kilobitsPerSecond: number, seconds: number): number {
  return (kilobitsPerSecond * 1_000 * seconds) / BITS_PER_BYTE / BYTES_PER_GIB;
}
