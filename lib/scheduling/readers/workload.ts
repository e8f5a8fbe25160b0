import { itemsAt, objectAt } from '../../manifests/values';
import { demandOfPods } from '../demand-of-pods';
import type { ObjectReader } from '../object-demand';
import { replicasOf } from '../replicas';

/** Pods that run until somebody stops them, and the volumes that are made with them. */
export const workload: ObjectReader = {
  kinds: ['apps/Deployment', 'apps/StatefulSet', 'apps/ReplicaSet', '/ReplicationController', '/Pod'],
  read: (object, context) => {
    // What another object owns is counted there.
    if (itemsAt(object.raw, 'metadata', 'ownerReferences').length > 0) return { free: 'made by its owner, which is billed' };
    const isPod = object.kind === 'Pod';
    const template = isPod ? object.raw : objectAt(object.raw, 'spec', 'template');
    return demandOfPods(object, template, replicasOf(object, context), context);
  },
};
