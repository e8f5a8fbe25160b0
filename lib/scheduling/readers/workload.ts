import { billedAs } from '../../core/free-reason';
import { itemsAt, objectAt } from '../../manifests/values';
import { demandOfPods } from '../demand-of-pods';
import type { ObjectReader } from '../object-demand';
import { replicasOf } from '../replicas';
import { replacingRollout } from '../rollouts';

/** Workloads whose pods run all the time, with the volumes of their claim templates. */
export const workload: ObjectReader = {
  kinds: ['apps/Deployment', 'apps/StatefulSet', 'apps/ReplicaSet', '/ReplicationController', '/Pod'],
  read: (object, context) => {
    // Objects with an owner are counted as part of it.
    if (itemsAt(object.raw, 'metadata', 'ownerReferences').length > 0) return { free: billedAs('owner') };
    if (replacingRollout(object, context.index) !== undefined) return { free: billedAs('owner') };
    const isPod = object.kind === 'Pod';
    const template = isPod ? object.raw : objectAt(object.raw, 'spec', 'template');
    return demandOfPods(object, template, replicasOf(object, context), context);
  },
};
