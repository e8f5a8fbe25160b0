/**
 * The Go types of SnapScheduler that its custom resource definition is generated from, condensed as in `psmdb.ts`.
 * Source: github.com/backube/snapscheduler, api/v1/snapshotschedule_types.go (2421ec9), read on 2026-11-21.
 */
export const SNAPSCHEDULER_STRUCTS: Readonly<Record<string, string>> = {
  SnapshotScheduleSpec: `claimSelector LabelSelector, retention SnapshotRetentionSpec, schedule string, disabled bool,
    snapshotTemplate SnapshotTemplateSpec`,
  LabelSelector: 'matchLabels map, matchExpressions []other',
  SnapshotRetentionSpec: 'expires string, maxCount int',
  SnapshotTemplateSpec: 'labels map, snapshotClassName string',
};

/** What `+kubebuilder:validation:Pattern` and `Minimum` allow. */
export const SNAPSCHEDULER_VALUES: Readonly<Record<string, readonly string[] | RegExp>> = {
  'SnapshotScheduleSpec.schedule': /^(@(annually|yearly|monthly|weekly|daily|hourly))|((((\d+,)*\d+|(\d+(\/|-)\d+)|\*(\/\d+)?)\s?){5})$/,
  'SnapshotRetentionSpec.expires': /^\d+(h|m|s)$/,
  'SnapshotRetentionSpec.maxCount': /^[1-9]\d*$/,
};
