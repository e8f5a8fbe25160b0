import { quantityOf } from '../../core/quantity';
import { objectAt } from '../../manifests/values';
import { admittedAmounts, byNamespace, type Section, severityWith, statesOwnAmounts } from '../admitted-amounts';
import { replicasByWorkload } from '../autoscaler';
import { isSet } from '../field-checks';
import type { Rule } from '../rule';

export const outsideQuota: Rule = {
  id: 'outside-quota',
  severity: 'error',
  description: 'Pods do not fit the ResourceQuota of their namespace',
  fix: 'State the amounts that the quota limits, and raise the quota for more pods',
  citation: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
  *check(context) {
    for (const [namespace, quotas] of byNamespace(context.ofKind('ResourceQuota'))) {
      const [amountOf, counts] = [admittedAmounts(context, namespace), replicasByWorkload(context)];
      const counted = context.workloads.filter((workload) => workload.namespace === namespace && !statesOwnAmounts(workload));
      for (const quota of quotas) {
        // A quota with a scope limits some of the pods.
        if (isSet(objectAt(quota.raw, 'spec').scopes) || isSet(objectAt(quota.raw, 'spec').scopeSelector)) continue;
        for (const [limited, value] of Object.entries(objectAt(quota.raw, 'spec', 'hard'))) {
          const known = COMPUTE.get(limited);
          const hard = quantityOf(value);
          if (known === undefined || hard === undefined) continue;
          const [section, resource] = known;
          let total = 0;
          for (const workload of counted) {
            const { object, containers } = workload;
            const severity = severityWith(quota, object);
            if (severity === undefined) continue;
            for (const container of containers) {
              if (amountOf(container, section, resource) !== undefined || isSet(objectAt(container.value, 'resources', section)[resource]))
                continue;
              const path = [...container.path, 'resources', section, resource];
              yield { object, path, severity, expected: `a value, because a ResourceQuota limits ${limited}` };
            }
            const running = containers.filter(({ isInit }) => !isInit);
            const ofPod = running.reduce((sum, container) => sum + (amountOf(container, section, resource) ?? 0), 0);
            total += ofPod * (counts.get(workload)?.min ?? 0);
          }
          // Objects without a namespace are not all in the same one.
          if (total <= hard || quota.namespace === undefined) continue;
          const expected = `at least ${Number(total.toFixed(3))}, the ${section} of the pods of the namespace, or fewer pods`;
          yield { object: quota, path: ['spec', 'hard', limited], severity: 'warning', received: String(value), expected };
        }
      }
    }
  },
};

/** Amounts that every container must state if a quota limits them, by the name in the quota. Source: `podEvaluator` of Kubernetes. */
const COMPUTE: ReadonlyMap<string, readonly [section: Section, resource: string]> = new Map([
  ['cpu', ['requests', 'cpu']],
  ['memory', ['requests', 'memory']],
  ['requests.cpu', ['requests', 'cpu']],
  ['requests.memory', ['requests', 'memory']],
  ['limits.cpu', ['limits', 'cpu']],
  ['limits.memory', ['limits', 'memory']],
]);
