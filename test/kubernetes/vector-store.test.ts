import { expect, test } from 'vitest';
import { stringsAt } from '../../lib/manifests/values';
import { objectOf, objectsFor } from '../support/manifests';

/**
 * Pattern of the schedule in the custom resource definition of SnapScheduler.
 * Source: github.com/backube/snapscheduler, config/crd/bases/snapscheduler.backube_snapshotschedules.yaml at 1f2131a.
 */
const SCHEDULE = /^(@(annually|yearly|monthly|weekly|daily|hourly))|((((\d+,)*\d+|(\d+(\/|-)\d+)|\*(\/\d+)?)\s?){5})$/;

const OBJECTS = objectsFor({ system: 'ux-flow', tier: 'growth', dataStores: 'operator' });

test('the vector store is a single server with daily snapshots of its volume', () => {
  const server = objectOf(OBJECTS, 'StatefulSet', 'vectors').raw;
  const { replicas, volumeClaimTemplates } = server.spec as { replicas: number; volumeClaimTemplates: { metadata: { labels: object } }[] };
  expect(replicas).toBe(1);
  const { raw } = objectOf(OBJECTS, 'SnapshotSchedule', 'vectors');
  const spec = raw.spec as { schedule: string; retention: { maxCount: number } };
  expect(volumeClaimTemplates[0]?.metadata.labels).toMatchObject(stringsAt(raw, 'spec', 'claimSelector', 'matchLabels'));
  expect(spec.schedule).toMatch(SCHEDULE);
  expect(spec.retention).toEqual({ maxCount: 7 });
});
