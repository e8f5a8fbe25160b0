import type { StorageReason } from '../core/storage-reason';
import type { Component } from '../model/component';
import { GPU_POOL, gainedService } from '../model/gpu-services';
import type { Tier } from '../model/tier';
import { storageReason } from './stored-data';

/** A tier that is written as its differences from another one, as plain data: `null` removes what the other one has. */
export interface WrittenTier {
  /** Id of the tier. */
  readonly id: string;
  /** Id of the tier that it extends. */
  readonly extends: string;
  /** Id of the tier whose demands apply. */
  readonly countsAs: string;
  /** Purpose of the tier. */
  readonly description: string;
  /** Fields of components that differ, by component id. */
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Its GPU and the service of its GPUs, with their differences; absent: none. */
  readonly gpu?: Readonly<Record<string, unknown>>;
  /** The workload that it is sized for. */
  readonly workload: Readonly<Record<string, unknown>>;
}

/** A difference of a component between two tiers. */
export interface SizeChange {
  /** Id of the component. */
  readonly component: string;
  /** Path of the field in the component: `instances.max`. */
  readonly field: string;
  /** Value in the base tier; undefined: not set. */
  readonly from: unknown;
  /** Value in the designed tier; undefined: not set. */
  readonly to: unknown;
  /** Why storage is larger; absent for all other sizes. */
  readonly reason?: StorageReason;
}

/** A designed tier as its differences from its base tier. */
export function extensionOf(base: Tier, tier: Tier): WrittenTier {
  const components = Object.entries(tier.components).flatMap(([id, component]) => {
    const changed = changedFields(base.components[id], component);
    return Object.keys(changed).length === 0 ? [] : [[id, changed] as const];
  });
  const gpu = gpuChanges(base, tier);
  return {
    id: tier.id,
    extends: base.id,
    countsAs: tier.countsAs ?? base.id,
    description: tier.description,
    components: Object.fromEntries(components),
    ...(Object.keys(gpu).length === 0 ? {} : { gpu }),
    workload: withoutRest(base.workload, tier.workload),
  };
}

function gpuChanges({ gpu: before }: Tier, { gpu: after }: Tier): Record<string, unknown> {
  if (before === undefined || after === undefined) return {};
  const service = after.service === undefined ? {} : changedFields(before.service, after.service);
  return {
    ...(before.default === after.default ? {} : { default: after.default }),
    ...(Object.keys(service).length === 0 ? {} : { service }),
  };
}

/**
 * Every size that differs between two tiers, in the order of the components. `timesStored` gives by how much the data
 * of a store grows.
 */
export function sizeChanges(base: Tier, tier: Tier, timesStored: (store: string) => number): SizeChange[] {
  const pairs: (readonly [string, Component | undefined, Component])[] = Object.entries(tier.components).map(([id, component]) => [
    id,
    base.components[id],
    component,
  ]);
  const gained = gainedService(tier);
  if (gained !== undefined) pairs.push([gained.id, base.gpu?.service, gained.service]);
  const gpu =
    base.gpu === undefined || tier.gpu === undefined || base.gpu.default === tier.gpu.default
      ? []
      : [{ component: gained?.id ?? GPU_POOL, field: 'gpu', from: base.gpu.default, to: tier.gpu.default }];
  const sizes = pairs.flatMap(([component, before, after]) =>
    Object.entries(changedFields(before, after)).flatMap(([key, value]): SizeChange[] => {
      const from = (before as Readonly<Record<string, unknown>> | undefined)?.[key];
      if (key === 'storageGib') return [{ component, field: key, from, to: value, ...reasonOf(from, value, timesStored(component)) }];
      if (key !== 'instances') return [{ component, field: key, from, to: value ?? undefined }];
      const counts = { ...(from as object) } as Readonly<Record<string, unknown>>;
      return Object.entries(value as object)
        .map(([count, to]) => ({
          component,
          field: `${key}.${count}`,
          from: counts[count] ?? (count === 'expected' ? counts.min : undefined),
          to,
        }))
        .filter(({ from: before, to: after }) => before !== after);
    }),
  );
  return [...gpu, ...sizes];
}

function reasonOf(fromGib: unknown, toGib: unknown, times: number): Pick<SizeChange, 'reason'> {
  if (typeof fromGib !== 'number' || typeof toGib !== 'number' || toGib <= fromGib) return {};
  return { reason: storageReason(fromGib, toGib, times) };
}

function changedFields(before: Component | undefined, after: Component): Record<string, unknown> {
  const own = after as unknown as Readonly<Record<string, unknown>>;
  const base = (before ?? {}) as unknown as Readonly<Record<string, unknown>>;
  const keys = [...new Set([...Object.keys(base), ...Object.keys(own)])];
  return Object.fromEntries(
    keys.filter((key) => JSON.stringify(base[key]) !== JSON.stringify(own[key])).map((key) => [key, own[key] ?? null]),
  );
}

/** The workload of a designed tier, without those amounts of its base tier that follow from the users of the designed one. */
function withoutRest(
  { operations: baseOperations, ...base }: Tier['workload'],
  { operations, ...workload }: Tier['workload'],
): Record<string, unknown> {
  const all = { ...nullOf(baseOperations ?? {}), ...operations };
  return { ...nullOf(base), ...workload, ...(Object.keys(all).length === 0 ? {} : { operations: all }) };
}

function nullOf(stated: object): Record<string, null> {
  return Object.fromEntries(Object.keys(stated).map((key) => [key, null]));
}
