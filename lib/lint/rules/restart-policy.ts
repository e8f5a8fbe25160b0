import { shown } from '../../core/problems';
import { stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const restartPolicy: Rule = {
  id: 'restart-policy',
  severity: 'error',
  description: 'Restart policy is not valid for the kind of workload',
  fix: 'Use OnFailure or Never in Jobs and CronJobs, and Always in other workloads',
  *check({ workloads }) {
    for (const { object, kind, pod } of workloads) {
      const expected = ALLOWED.get(kind) ?? ['Always'];
      const policy = stringAt(pod.value, 'restartPolicy');
      if (kind === 'Pod' || !isKnown(policy) || expected.includes(policy ?? 'Always')) continue;
      const received = policy === undefined ? {} : { received: shown(policy) };
      yield { object, path: [...pod.path, 'restartPolicy'], ...received, expected: `${expected.join(' or ')} in a ${kind}` };
    }
  },
};

const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly string[]>({ Job: ['OnFailure', 'Never'], CronJob: ['OnFailure', 'Never'] }),
);

/** Other values are invalid for every kind, and are reported by another rule. */
function isKnown(policy: string | undefined): boolean {
  return policy === undefined || ['Always', 'OnFailure', 'Never'].includes(policy);
}
