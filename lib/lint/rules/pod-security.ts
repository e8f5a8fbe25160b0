import { stringAt } from '../../manifests/values';
import type { LintContext } from '../lint-context';
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
      const level = levelOf(context, workload.namespace);
      if (level === undefined) continue;
      const found = [...baselineViolations(workload), ...(level === 'restricted' ? restrictedViolations(workload) : [])];
      for (const violation of found)
        yield { ...violation, expected: `${violation.expected}, because the namespace ${workload.namespace} enforces ${level}` };
    }
  },
};

const LABEL = 'pod-security.kubernetes.io/enforce';

/** The level that a namespace enforces. Of several manifests of one namespace, such as those of two environments, any may be the one that is used. */
function levelOf(context: LintContext, name: string): 'baseline' | 'restricted' | undefined {
  const namespaces = context.ofKind('Namespace').filter((namespace) => namespace.name === name);
  const levels = namespaces.map(({ raw }) => stringAt(raw, 'metadata', 'labels', LABEL));
  if (levels.length > 0 && levels.every((level) => level === 'restricted')) return 'restricted';
  return levels.length > 0 && levels.every((level) => level === 'restricted' || level === 'baseline') ? 'baseline' : undefined;
}
