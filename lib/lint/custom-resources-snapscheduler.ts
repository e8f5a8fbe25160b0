import { type CustomTypes, kind } from './custom-kind';
import type { Kind } from './schema';

/** SnapScheduler 3: https://github.com/backube/snapscheduler, config/crd/bases. */
export const SNAPSCHEDULER_KINDS: Readonly<Record<string, Kind>> = {
  'snapscheduler.backube/v1/SnapshotSchedule': { type: 'SnapshotSchedule', namespaced: true },
};

export const SNAPSCHEDULER_TYPES: CustomTypes = {
  SnapshotSchedule: kind('SnapshotScheduleSpec'),
  SnapshotScheduleSpec: {
    claimSelector: 'V1LabelSelector',
    disabled: 'boolean',
    retention: 'SnapshotRetention',
    schedule: 'string',
    snapshotTemplate: 'SnapshotTemplate',
  },
  SnapshotRetention: { expires: 'duration', maxCount: 'int32' },
  SnapshotTemplate: { labels: '{}string', snapshotClassName: 'string' },
};
