import type { ObjectReader } from '../object-demand';

/** Snapshots of volumes, single or scheduled. */
export const snapshot: ObjectReader = {
  kinds: ['snapshot.storage.k8s.io/VolumeSnapshot', 'snapscheduler.backube/SnapshotSchedule'],
  read: () => ({ storesSnapshots: true }),
};
