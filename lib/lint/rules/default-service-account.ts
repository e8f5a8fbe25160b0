import { at, stringAt } from '../../manifests/values';
import type { Rule } from '../rule';

export const defaultServiceAccount: Rule = {
  id: 'default-service-account',
  severity: 'warning',
  set: 'security',
  description: 'Pod has a token of the default ServiceAccount',
  fix: 'Set serviceAccountName to a ServiceAccount of its own, or automountServiceAccountToken: false',
  citation: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  *check(context) {
    for (const { object, namespace, pod } of context.workloads) {
      const name = stringAt(pod.value, 'serviceAccountName') ?? stringAt(pod.value, 'serviceAccount') ?? 'default';
      const account = context.find('ServiceAccount', namespace, 'default');
      const mounts = at(pod.value, 'automountServiceAccountToken') ?? at(account?.raw, 'automountServiceAccountToken');
      if (name !== 'default' || mounts === false) continue;
      yield { object, path: [...pod.path, 'serviceAccountName'], expected: 'a ServiceAccount of the workload' };
    }
  },
};
