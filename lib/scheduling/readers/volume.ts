import { certain } from '../../core/interval';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, textAt } from '../../manifests/values';
import type { ObjectDemand, ObjectReader, Storage } from '../object-demand';
import { claimedGib, gibOf, storageOf } from '../storage';

/** A claim makes a volume, unless it takes one that is there. */
export const claim: ObjectReader = {
  kinds: ['/PersistentVolumeClaim'],
  read: (object, context) => {
    const className = textAt(object.raw, 'spec', 'storageClassName');
    if (textAt(object.raw, 'spec', 'volumeName') !== undefined || className === '')
      return { free: 'billed as the volume that it is bound to' };
    return demandOfVolume(object.name, claimedGib(object.raw), storageOf(className, context));
  },
};

/** A volume that somebody made, and that a cluster uses. */
export const volume: ObjectReader = {
  kinds: ['/PersistentVolume'],
  read: (object) => demandOfVolume(object.name, gibOf(at(object.raw, 'spec', 'capacity', 'storage')), storageOfVolume(object)),
};

function demandOfVolume(name: string, sizeGib: number | undefined, storage: Storage): ObjectDemand {
  if (sizeGib === undefined) return { unpriced: ['it does not say how large it is'] };
  return { volumes: [{ name, sizeGib, count: certain(1), storage }] };
}

function storageOfVolume({ raw }: ManifestObject): Storage {
  const driver = textAt(raw, 'spec', 'csi', 'driver');
  if (driver === 'ebs.csi.aws.com' || at(raw, 'spec', 'awsElasticBlockStore') !== undefined) return { kind: 'ebs', type: 'gp3' };
  if (driver === 'efs.csi.aws.com') return { kind: 'efs' };
  if (at(raw, 'spec', 'hostPath') !== undefined || at(raw, 'spec', 'local') !== undefined)
    return { kind: 'free', reason: 'on a disk of its node' };
  return { kind: 'unknown', reason: `the prices of ${driver ?? 'its volume type'} are unknown` };
}
