import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** SnapshotSchedule of SnapScheduler 3, as far as we use it: snapshots of volumes by the cluster's own storage driver. */
export interface SnapshotScheduleSpec {
  readonly claimSelector: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly schedule: string;
  /** How many of each claim. */
  readonly retention: { readonly maxCount: number };
}

export class SnapshotSchedule extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: SnapshotScheduleSpec },
  ) {
    super(scope, id, { apiVersion: 'snapscheduler.backube/v1', kind: 'SnapshotSchedule', metadata, spec });
  }
}
