import type { HandledWorkload } from '../answers/handled-workload';
import { likelihood, percent } from '../core/number-format';
import { thousands } from '../core/thousands';
import { figure } from './capacity-amounts';

/** `handles 920 of 2,500 users, 90% likely`, for a tier that does not handle its whole workload. */
export function handledText(handled: HandledWorkload): string {
  const { users } = handled;
  const amount =
    users === undefined
      ? `${percent(handled.timesWorkload ?? 0)} of its workload`
      : `${thousands(String(users))} of ${thousands(String(handled.expectedUsers))} users`;
  return `handles ${amount}, 90% likely`;
}

/** `2,500 users`, or `its whole workload` for one without users. */
export function expectedText({ expectedUsers }: HandledWorkload): string {
  return expectedUsers === 0 ? 'its whole workload' : `${thousands(String(expectedUsers))} users`;
}

/** Users that a tier is 90% likely to handle: `920`, `no limit`, `unknown`, or `2.42 × the load` for a workload without users. */
export function usersText({ expectedUsers, timesWorkload, users }: HandledWorkload): string {
  if (timesWorkload === undefined) return 'unknown';
  if (timesWorkload === Number.POSITIVE_INFINITY) return 'no limit';
  if (expectedUsers === 0) return `${figure(timesWorkload)} × the load`;
  return users === undefined ? 'no limit' : thousands(String(users));
}

/** Likelihood that a tier handles its whole workload; `unknown` where a load or a limit is unknown. */
export function likelihoodText({ likelihood: share }: HandledWorkload): string {
  return share === undefined ? 'unknown' : likelihood(share);
}
