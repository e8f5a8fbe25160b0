import { certain, type Interval } from '../core/interval';
import type { BalancerDemand, ObjectDemand, VolumeDemand } from '../scheduling/object-demand';
import { iopsOf } from '../scheduling/storage';
import type { Charge, Counted, UsageContext } from './pricer';
import { balancerCharges } from './pricers/balancer-units';
import { addressCharge } from './pricers/public-address';
import { ofEach, usageCharge } from './pricers/quantities';
import { volumeCharges } from './pricers/volumes';

interface CountedObject extends Counted {
  readonly name: string;
}

/** Cost of an object itself: its volumes and load balancers. Its pods are billed as the nodes that they run on. */
export function objectCharges(counted: CountedObject, demand: ObjectDemand, zones: number, context: UsageContext): readonly Charge[] {
  return [
    ...(demand.volumes ?? []).flatMap((volume) => storageCharges(counted, volume, context)),
    ...(demand.storesSnapshots === true ? [snapshotCharge(counted, context)] : []),
    ...(demand.balancers ?? []).flatMap((balancer) => entryCharges(counted, balancer, zones, context)),
  ];
}

function snapshotCharge(counted: Counted, context: UsageContext): Charge {
  return usageCharge(counted, context, {
    kind: 'volume-snapshot-gb-months',
    sku: 'ebs/snapshots',
    group: 'storage and backup',
    key: 'backupGb',
  });
}

function storageCharges(counted: CountedObject, { name, sizeGib, count, storage }: VolumeDemand, context: UsageContext): readonly Charge[] {
  switch (storage.kind) {
    case 'ebs': {
      const properties = { VolumeType: storage.type, Size: sizeGib, Iops: iopsOf(storage, sizeGib), Throughput: storage.throughputMbps };
      return volumeCharges(counted, { properties, sizeKey: 'Size', label: labelOf(name, counted), count }, context);
    }
    case 'efs':
      return [sharedCharge(labelOf(name, counted), ofEach(count, sizeGib))];
    default:
      return [];
  }
}

/** Shards are objects of one component, each with a volume of the same name. */
function labelOf(volume: string, { name, component }: CountedObject): string {
  return name === component || name === volume ? volume : `${volume} of ${name}`;
}

function sharedCharge(name: string, quantity: Interval): Charge {
  return {
    kind: 'file-storage-gb-months',
    details: ['Standard', name],
    sku: 'efs/standard/storage',
    quantity,
    group: 'storage and backup',
    assumption: { kind: 'claimed-size' },
  };
}

/** A public one has an address in each of its subnets, otherwise in each zone. */
function entryCharges(
  counted: Counted,
  { type, rules, isPublic, addresses }: BalancerDemand,
  zones: number,
  context: UsageContext,
): readonly Charge[] {
  return [...balancerCharges(counted, { type, rules }, context), ...(isPublic ? [addressCharge(certain(addresses ?? zones))] : [])];
}
