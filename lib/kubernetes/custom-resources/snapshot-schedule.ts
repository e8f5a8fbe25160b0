import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { StringMap } from './shared-types';

/** Fields of a SnapshotSchedule of SnapScheduler 3 that the charts set. */
interface SnapshotScheduleSpec {
  /** PersistentVolumeClaims to snapshot. */
  readonly claimSelector: {
    /** Labels that a claim must have. */
    readonly matchLabels: StringMap;
  };
  /** Cron expression in UTC. */
  readonly schedule: string;
  /** Deletion of old snapshots. */
  readonly retention: {
    /** Snapshots of each claim to retain. */
    readonly maxCount: number;
  };
}

/** Volume snapshots on a schedule, made by the CSI driver of the cluster. */
export class SnapshotSchedule extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: SnapshotScheduleSpec },
  ) {
    super(scope, id, { apiVersion: 'snapscheduler.backube/v1', kind: 'SnapshotSchedule', metadata, spec });
  }
}
