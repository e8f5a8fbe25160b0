import { MIB_PER_GIB } from '../core/data-size';
import { averageVolumes } from '../model/monthly-averages';
import type { System } from '../model/system';
import type { Tier } from '../model/tier';
import { classSpeed } from '../selection/volume-speed';
import type { ResolvedComponent } from './resolved-component';
import { transfersOf } from './usage/transfers';
import type { StorageWarning } from './warnings';

/** Warnings about buckets that are smaller than the uploads of a month, and about provisioned IOPS that an instance class does not reach. */
export function storageWarnings(
  system: Pick<System, 'operations' | 'traffic' | 'tiers'>,
  tier: Tier,
  resolved: Readonly<Record<string, ResolvedComponent>>,
): StorageWarning[] {
  return [...bucketWarnings(system, tier), ...Object.values(resolved).flatMap(iopsWarnings)];
}

function bucketWarnings(system: Pick<System, 'operations' | 'traffic' | 'tiers'>, tier: Tier): StorageWarning[] {
  const buckets = Object.entries(tier.components).flatMap(([id, each]) => (each.kind === 'bucket' ? [{ id, gib: each.storageGib }] : []));
  const averages = averageVolumes(system, tier.workload, system.traffic.averageToPeak.value);
  const uploadedGib = transfersOf(system.operations, averages).uploadedMibPerMonth.mid / MIB_PER_GIB;
  const storageGib = buckets.reduce((sum, { gib }) => sum + gib, 0);
  if (buckets.length === 0 || uploadedGib <= storageGib) return [];
  return [{ kind: 'uploads-beyond-storage', buckets: buckets.map(({ id }) => id), storageGib, uploadedGibPerMonth: uploadedGib }];
}

function iopsWarnings(component: ResolvedComponent): StorageWarning[] {
  if (component.kind !== 'database' || component.iops === undefined || component.instanceClass === undefined) return [];
  const { id, iops, instanceClass } = component;
  const baselineIops = classSpeed(instanceClass)?.iops;
  return baselineIops === undefined || iops <= baselineIops
    ? []
    : [{ kind: 'unused-iops', component: id, iops, instanceClass, baselineIops }];
}
