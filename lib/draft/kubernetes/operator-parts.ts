import { type ManifestObject, pathText } from '../../manifests/manifest-object';
import { at, itemsAt, stringAt } from '../../manifests/values';
import { barePart } from '../bare-part';
import type { Part, PartMember } from '../part';
import { countAt, gibAt, type ObjectReading, requestAt } from './kubernetes-reading';
import { OPERATOR_RESOURCES, type OperatorResource, type OperatorServers } from './operator-resources';
import { isOfThisPackage, vcpuOfRequest } from './vcpu-of-request';

/** Where an operator states the servers of a custom resource; undefined for every other object. */
export function operatorResourceOf({ group, kind }: Pick<ManifestObject, 'group' | 'kind'>): OperatorResource | undefined {
  return OPERATOR_RESOURCES.get(`${group}/${kind}`);
}

/** The part of a custom resource of an operator; undefined for every other object. */
export function operatorPart(name: string, reading: ObjectReading): Part | undefined {
  const { object } = reading;
  const known = operatorResourceOf(object);
  if (known === undefined) return undefined;
  const requested = requestAt(reading, known.resources, 'cpu');
  const memoryGib = requestAt(reading, known.resources, 'memory');
  const storageGib = known.storage === undefined ? undefined : gibAt(reading, known.storage);
  const { shards, instances, unsetCount, notRead } = countsOf(known, reading);
  const isCache = known.role.kind === 'cache';
  const total = (gib: number) => Math.round(gib * (shards ?? 1) * 1000) / 1000;
  const { members, hasPgbouncer } = membersOf(known, reading);
  const sidecars = sidecarsOf(known, instances * (shards ?? 1), reading);
  return {
    ...barePart(name, known.role),
    ...(requested !== undefined && { vcpu: vcpuOfRequest(object, requested), isVcpuRequested: !isOfThisPackage(object) }),
    ...(memoryGib !== undefined && { memoryGib: isCache ? total(memoryGib) : memoryGib }),
    ...(storageGib !== undefined && { storageGib: isCache ? storageGib : total(storageGib) }),
    ...(shards !== undefined && { shards }),
    instances: { min: instances, max: instances },
    ...(unsetCount !== undefined && { unsetCount }),
    ...(notRead.length > 0 && { notRead }),
    ...(members.length + sidecars.length > 0 && { members: [...sidecars, ...members] }),
    ...(hasPgbouncer && { pooler: 'pgbouncer' as const }),
  };
}

/** Servers of one shard, and shards. */
function countsOf(known: OperatorResource, reading: ObjectReading) {
  const { raw } = reading.object;
  const list = known.shards === undefined ? undefined : at(raw, ...known.shards);
  if (known.shards !== undefined && !Array.isArray(list)) {
    const shards = countAt(reading, known.shards);
    const replicas = known.replicasOfShards === undefined ? undefined : countAt(reading, known.replicasOfShards);
    const perShard = replicas === undefined || shards === undefined ? 1 : replicas / Math.max(1, shards);
    return {
      shards: Math.max(1, shards ?? 1),
      instances: 1 + Math.ceil(perShard),
      unsetCount: shards === undefined ? pathText(known.shards) : undefined,
      notRead: Number.isInteger(perShard) ? [] : [`${pathText(known.replicasOfShards ?? [])} that differ by shard`],
    };
  }
  const stated = known.count === undefined ? 1 : countAt(reading, known.count);
  const isSharded = Array.isArray(list) && list.length > 1;
  const differing = known.count === undefined ? [] : differingItems(raw, known);
  return {
    shards: isSharded ? list.length : undefined,
    instances: Math.max(1, stated ?? 1),
    unsetCount: stated === undefined ? pathText(known.count ?? []) : undefined,
    notRead: differing,
  };
}

/** Items of the list of servers after the first that differ from it, or that are no shards. */
function differingItems(raw: object, known: OperatorResource): readonly string[] {
  const start = known.count?.indexOf(0) ?? -1;
  if (known.count === undefined || start < 0) return [];
  const list = known.count.slice(0, start);
  const sizes = itemsAt(raw, ...list).map(({ path }) =>
    JSON.stringify([known.count, known.resources, known.storage].map((each) => at(raw, ...path, ...(each?.slice(start + 1) ?? [])))),
  );
  const hasOthers = known.shards === undefined ? sizes.length > 1 : sizes.some((size) => size !== sizes[0]);
  return hasOthers ? [`${pathText(list)} after the first`] : [];
}

function membersOf({ members = {}, pgbouncer }: OperatorResource, reading: ObjectReading) {
  const { raw } = reading.object;
  const present = Object.entries(members).filter(([, { count, resources, enabled }]) => {
    const switched = enabled === undefined ? undefined : at(raw, ...enabled);
    const hasSection = [count ?? [], resources].some((path) => path.length > 0 && at(raw, ...path.slice(0, -1)) !== undefined);
    return switched !== false && (switched === true || hasSection);
  });
  return {
    members: present.map(([name, servers]) => memberOf(name, servers, reading)),
    hasPgbouncer: present.some(([name]) => name === pgbouncer),
  };
}

function memberOf(name: string, { count, resources }: OperatorServers, reading: ObjectReading): PartMember {
  const instances = count === undefined ? undefined : countAt(reading, count);
  return { name, instances: instances ?? 1, ...requestsOf(resources, reading) };
}

function requestsOf(resources: OperatorServers['resources'], reading: ObjectReading): Pick<PartMember, 'vcpu' | 'memoryGib'> {
  const [vcpu, memoryGib] = (['cpu', 'memory'] as const).map((resource) => requestAt(reading, resources, resource));
  return { ...(vcpu !== undefined && { vcpu }), ...(memoryGib !== undefined && { memoryGib }) };
}

/** Containers that a resource adds to each server. */
function sidecarsOf({ resources }: OperatorResource, instances: number, reading: ObjectReading): readonly PartMember[] {
  return itemsAt(reading.object.raw, ...resources.slice(0, -1), 'sidecars').map(({ value, path }) => ({
    name: stringAt(value, 'name') ?? 'sidecar',
    instances,
    ...requestsOf([...path, 'resources'], reading),
  }));
}

/** The pooler of a cluster of CloudNativePG, as a member, with the name of the cluster; undefined for every other object. */
export function cnpgPooler(reading: ObjectReading): { readonly cluster: string; readonly member: PartMember } | undefined {
  const { group, kind, raw, name } = reading.object;
  const cluster = stringAt(raw, 'spec', 'cluster', 'name');
  if (`${group}/${kind}` !== 'postgresql.cnpg.io/Pooler' || cluster === undefined) return undefined;
  const [container] = itemsAt(raw, 'spec', 'template', 'spec', 'containers');
  const requests = container === undefined ? {} : requestsOf([...container.path, 'resources'], reading);
  return { cluster, member: { name: `Pooler ${name}`, instances: countAt(reading, ['spec', 'instances']) ?? 1, ...requests } };
}
