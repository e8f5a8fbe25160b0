import { at } from '../../manifests/values';
import type { Rule } from '../rule';

export const jobWithoutTtl: Rule = {
  id: 'job-without-ttl',
  severity: 'warning',
  set: 'reliability',
  description: 'Finished Job is never deleted',
  fix: 'Set ttlSecondsAfterFinished. Finished Jobs and their pods are objects that the control plane stores',
  citation: 'https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/',
  *check({ ofKind }) {
    for (const object of ofKind('Job')) {
      if (at(object.raw, 'spec', 'ttlSecondsAfterFinished') !== undefined) continue;
      yield { object, path: ['spec', 'ttlSecondsAfterFinished'], expected: 'a number of seconds such as 86400' };
    }
  },
};
