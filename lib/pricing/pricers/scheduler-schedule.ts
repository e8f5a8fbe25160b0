import type { Pricer } from '../pricer';
import { UnreadableProperty } from '../property-problem';
import { object } from './properties';
import { usageCharge } from './quantities';

/**
 * EventBridge schedule, charged by invocations; a task that it starts has its own charge. The free invocations of the account are left
 * out, because all of its schedules share them.
 */
export const schedulerSchedule: Pricer = {
  types: ['AWS::Scheduler::Schedule'],
  charges: (resource, context) => {
    if (object(resource.properties, 'Target').EcsParameters !== undefined) {
      throw new UnreadableProperty({ kind: 'known-in-operation', amount: 'scheduled-tasks' });
    }
    return [
      usageCharge(resource, context, {
        kind: 'schedule-invocations',
        sku: 'eventbridge/scheduler',
        group: 'compute',
        key: 'invocations',
        per: 1_000_000,
      }),
    ];
  },
};
