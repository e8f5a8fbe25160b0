import { shown } from '../../core/problems';
import { absence } from '../absence';
import { autoscalers } from '../autoscaler';
import { isBuiltInGroup } from '../lint-context';
import type { Rule } from '../rule';
import { kindOf } from '../schema';

export const autoscalerTarget: Rule = {
  id: 'autoscaler-target',
  severity: 'warning',
  description: 'Autoscaler targets a workload that does not exist',
  fix: 'Name a workload in the manifests, with its kind and version',
  *check(context) {
    for (const { object, namespace, target } of autoscalers(context)) {
      const { kind, name, apiVersion, path } = target;
      const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
      if (name === '' || !isBuiltInGroup(group) || context.mayBeCreated(namespace, name)) continue;
      const workload = context.workload(kind, namespace, name);
      if (workload !== undefined && workload.object.group === group) continue;
      const nearby = context.workloads.filter((one) => one.namespace === namespace);
      const names = nearby.filter((one) => one.kind === kind).map((one) => one.object.name);
      // No cluster has a kind that its API group lacks, and a workload of the same name and another kind is the one that is meant.
      const isOther = nearby.some((one) => one.object.name === name) || kindOf(group === '' ? 'v1' : `${group}/v1`, kind) === undefined;
      yield {
        object,
        path: [...path, 'name'],
        received: `${kind} ${shown(name)} of ${apiVersion}`,
        expected: 'a workload in the manifests',
        ...(isOther ? { severity: 'error' as const } : absence(name, names)),
      };
    }
  },
};
