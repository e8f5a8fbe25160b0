import { stringAt } from '../../manifests/values';
import { demandOfPods } from '../demand-of-pods';
import type { ObjectReader } from '../object-demand';
import { replicasOf } from '../replicas';
import { rolloutTemplate } from '../rollouts';

/** Rollout of Argo: the pods of its template, or of the template of the workload that it refers to. Pods of an update are not counted. */
export const rollout: ObjectReader = {
  kinds: ['argoproj.io/Rollout'],
  read: (object, context) => {
    const template = rolloutTemplate(object, context.index);
    const reference = stringAt(object.raw, 'spec', 'workloadRef', 'name');
    if (template === undefined) return { unpriced: [{ kind: 'missing-workload', name: reference ?? '' }] };
    return demandOfPods(object, template, replicasOf(object, context), context);
  },
};
