import { billedAs, noCharge } from '../../core/free-reason';
import { certain } from '../../core/interval';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, stringAt } from '../../manifests/values';
import type { ObjectDemand, ObjectReader, Storage } from '../object-demand';
import { claimedGib, gibOf, storageOf } from '../storage';

/** PersistentVolumeClaim. It creates a volume, unless it is bound to an existing one. */
export const claim: ObjectReader = {
  kinds: ['/PersistentVolumeClaim'],
  read: (object, context) => {
    const className = stringAt(object.raw, 'spec', 'storageClassName');
    if (stringAt(object.raw, 'spec', 'volumeName') !== undefined || className === '') return { free: billedAs('bound-volume') };
    return demandOfVolume(object.name, claimedGib(object.raw), storageOf(className, context));
  },
};

/** PersistentVolume: a volume that exists already and is used by the cluster. */
export const volume: ObjectReader = {
  kinds: ['/PersistentVolume'],
  read: (object) => demandOfVolume(object.name, gibOf(at(object.raw, 'spec', 'capacity', 'storage')), storageOfVolume(object)),
};

function demandOfVolume(name: string, sizeGib: number | undefined, storage: Storage): ObjectDemand {
  if (sizeGib === undefined) return { unpriced: [{ kind: 'no-size' }] };
  return { volumes: [{ name, sizeGib, count: certain(1), storage }] };
}

function storageOfVolume({ raw }: ManifestObject): Storage {
  const driver = stringAt(raw, 'spec', 'csi', 'driver');
  if (driver === 'ebs.csi.aws.com' || at(raw, 'spec', 'awsElasticBlockStore') !== undefined) return { kind: 'ebs', type: 'gp3' };
  if (driver === 'efs.csi.aws.com') return { kind: 'efs' };
  if (at(raw, 'spec', 'hostPath') !== undefined || at(raw, 'spec', 'local') !== undefined)
    return { kind: 'free', reason: noCharge('node-disks') };
  return { kind: 'unknown', problem: { kind: 'unknown-driver', ...(driver !== undefined && { driver }) } };
}
