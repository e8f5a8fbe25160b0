import { at } from '../../manifests/values';
import type { Rule } from '../rule';

export const writableRootFilesystem: Rule = {
  id: 'writable-root-filesystem',
  severity: 'warning',
  set: 'security',
  description: 'Container can write to its root file system',
  fix: 'Set readOnlyRootFilesystem: true, and mount an emptyDir where the container writes',
  citation: 'https://kubernetes.io/docs/concepts/security/security-checklist/',
  *check({ workloads }) {
    for (const { object, containers } of workloads) {
      for (const { value, path } of containers) {
        const setting = at(value, 'securityContext', 'readOnlyRootFilesystem');
        if (setting === true) continue;
        yield {
          object,
          path: [...path, 'securityContext', 'readOnlyRootFilesystem'],
          ...(setting !== undefined && { received: String(setting) }),
          expected: 'true',
        };
      }
    }
  },
};
