/** Why a design has more storage than its base tier, in the order of reports. */
export const STORAGE_REASONS = ['workload', 'storage-speed'] as const;

/**
 * `workload`: stored data grows with the operations that do not only read it. `storage-speed`: an operation demands IOPS or throughput that smaller storage does not
 * have.
 */
export type StorageReason = (typeof STORAGE_REASONS)[number];
