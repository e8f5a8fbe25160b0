import { numberAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const cronDeadline: Rule = {
  id: 'cron-deadline',
  severity: 'warning',
  description: 'CronJob has a starting deadline that is shorter than the interval of its controller',
  fix: 'Set startingDeadlineSeconds to at least 10, or remove it',
  *check({ ofKind }) {
    for (const object of ofKind('CronJob')) {
      const deadline = numberAt(object.raw, 'spec', 'startingDeadlineSeconds');
      if (deadline === undefined || deadline < 0 || deadline >= CONTROLLER_PAUSE_SECONDS) continue;
      yield {
        object,
        path: ['spec', 'startingDeadlineSeconds'],
        received: String(deadline),
        expected: `at least ${CONTROLLER_PAUSE_SECONDS}`,
      };
    }
  },
};

/** Seconds between two checks of the controller. Source: Kubernetes documentation, CronJob, deadline for delayed Job start. */
const CONTROLLER_PAUSE_SECONDS = 10;
