/** Least and most GiB of an EBS volume by type. Source: Amazon EC2 API reference, CreateVolume, Size. */
export const EBS_SIZES_GIB: Readonly<Record<string, readonly [least: number, most: number]>> = {
  gp2: [1, 16_384],
  gp3: [1, 65_536],
  io1: [4, 16_384],
  io2: [4, 65_536],
  st1: [125, 16_384],
  sc1: [125, 16_384],
  standard: [1, 1_024],
};
