import { stringAt } from '../../manifests/values';
import { baselineViolations, restrictedViolations } from '../pod-security-standards';
import type { Rule } from '../rule';

export const podSecurity: Rule = {
  id: 'pod-security',
  severity: 'error',
  description: 'Namespace enforces a pod security standard that the pods do not meet',
  fix: 'Change the pods, or the label pod-security.kubernetes.io/enforce of the namespace: no such pod is created',
  citation: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  *check(context) {
    for (const workload of context.workloads) {
      const namespace = context.find('Namespace', workload.namespace, workload.namespace);
      const level = namespace === undefined ? undefined : stringAt(namespace.raw, 'metadata', 'labels', LABEL);
      if (level !== 'baseline' && level !== 'restricted') continue;
      const found = [...baselineViolations(workload), ...(level === 'restricted' ? restrictedViolations(workload) : [])];
      for (const violation of found)
        yield { ...violation, expected: `${violation.expected}, because the namespace ${workload.namespace} enforces ${level}` };
    }
  },
};

const LABEL = 'pod-security.kubernetes.io/enforce';
