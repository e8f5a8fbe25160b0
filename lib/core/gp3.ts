/** Operations per second and MiB/s that a volume has without a charge. */
export interface VolumeSpeed {
  /** Reads and writes per second. */
  readonly iops: number;
  /** MiB read and written per second. */
  readonly mibps: number;
}

/** RDS stripes larger storage of MySQL, MariaDB and PostgreSQL over four volumes. Source: Amazon RDS user guide, "gp3 storage". */
export const RDS_STRIPED_FROM_GIB = 400;
/**
 * The speed that one gp3 volume of any size includes. Source: Amazon EBS user guide, "General Purpose SSD volumes"; it is the default of
 * StorageClasses with the type gp3 too (parameters of the EBS CSI driver).
 */
export const ONE_GP3_VOLUME: VolumeSpeed = { iops: 3_000, mibps: 125 };
/** The speed that striped gp3 storage includes, which is also the least that RDS provisions for it. */
export const RDS_STRIPED: VolumeSpeed = { iops: 12_000, mibps: 500 };

/** The largest IOPS that RDS provisions for striped gp3 storage. Source: as above. */
export const MOST_RDS_GP3_IOPS = 64_000;

/** Largest storage of MySQL, MariaDB and PostgreSQL. Source: Amazon RDS user guide, "Amazon RDS DB instance storage". */
export const MOST_RDS_STORAGE_GIB = 65_536;

/** The speed that gp3 storage of RDS includes, by its size. */
export function rdsGp3Speed(storageGib: number): VolumeSpeed {
  return storageGib < RDS_STRIPED_FROM_GIB ? ONE_GP3_VOLUME : RDS_STRIPED;
}
