import type { ObjectReader } from '../object-demand';

/** Snapshots of volumes, one or by a schedule. */
export const snapshot: ObjectReader = {
  kinds: ['snapshot.storage.k8s.io/VolumeSnapshot', 'snapscheduler.backube/SnapshotSchedule'],
  read: () => ({ keepsSnapshots: true }),
};
