import { shown } from '../../core/problems';
import type { Path } from '../../manifests/manifest-object';
import { itemsAt, stringAt } from '../../manifests/values';
import { expectedSchedule } from '../cron';
import type { Rule } from '../rule';

export const cronSchedule: Rule = {
  id: 'cron-schedule',
  severity: 'error',
  description: 'CronJob has a schedule that is invalid or never occurs',
  fix: 'Write five fields: minute, hour, day of the month, month, day of the week',
  *check({ ofKind }) {
    for (const object of ofKind('CronJob', 'SnapshotSchedule', 'NodePool')) {
      const budgets = itemsAt(object.raw, 'spec', 'disruption', 'budgets').map(({ path }): Path => [...path, 'schedule']);
      for (const path of object.kind === 'NodePool' ? budgets : [['spec', 'schedule']]) {
        const schedule = stringAt(object.raw, ...path);
        const expected = schedule === undefined ? undefined : expectedSchedule(schedule);
        if (expected !== undefined) yield { object, path, received: shown(schedule), expected };
      }
    }
  },
};
