import { didYouMean, shown } from '../../core/problems';
import { autoscalers } from '../autoscaler';
import { isBuiltInGroup } from '../lint-context';
import type { Rule } from '../rule';

export const autoscalerTarget: Rule = {
  id: 'autoscaler-target',
  severity: 'error',
  description: 'Autoscaler targets a workload that does not exist',
  fix: 'Name a workload in the manifests, with its kind and version',
  *check(context) {
    for (const { object, namespace, target } of autoscalers(context)) {
      const { kind, name, apiVersion, path } = target;
      const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
      if (name === '' || !isBuiltInGroup(group) || context.mayBeCreated(namespace, name)) continue;
      const workload = context.workload(kind, namespace, name);
      if (workload !== undefined && workload.object.group === group) continue;
      const names = context.workloads.filter((one) => one.kind === kind && one.namespace === namespace).map((one) => one.object.name);
      const suggestion = didYouMean(name, names);
      yield {
        object,
        path: [...path, 'name'],
        received: `${kind} ${shown(name)} of ${apiVersion}`,
        expected: 'a workload in the manifests',
        ...(suggestion !== undefined && suggestion !== name && { suggestion }),
      };
    }
  },
};
