import type { Reader } from '../reading';

/** Snapshots of volumes, one or by a schedule. */
export const snapshot: Reader = {
  kinds: ['snapshot.storage.k8s.io/VolumeSnapshot', 'snapscheduler.backube/SnapshotSchedule'],
  read: () => ({ keepsSnapshots: true }),
};
