import type { Part, PartMember } from '../part';
import { memberOf } from '../with-poolers';
import type { FoundPart } from './found-part';

/** Place of a workload in a data store of several workloads. */
type Place = 'primary' | 'replica' | 'shard' | 'router' | 'config';

/** A workload of a data store, with its place in it. */
interface PlacedPart {
  /** The workload. */
  readonly found: FoundPart;
  /** Name of the store: that of the workload without its place. */
  readonly store: string;
  /** Its place. */
  readonly place: Place;
}

/** Endings of names by place, as Helm charts and operators of data stores write them. */
const ENDINGS: readonly (readonly [Place, RegExp])[] = [
  ['shard', /[-_.](?:shard|node-?group|replset)[-_]?\d+(?:[-_]data)?$/],
  ['config', /[-_.](?:config|configsvr|config-?server|cfg|configdb)(?:[-_]?\d+)?$/],
  ['router', /[-_.](?:mongos|router)(?:[-_]?\d+)?$/],
  ['primary', /[-_.](?:primary|master|leader|writer|main)$/],
  ['replica', /[-_.](?:replicas?|secondary|secondaries|slaves?|followers?|readers?|read|readonly|ro|standby)(?:[-_]?\d+)?$/],
];
const STORES: ReadonlySet<string> = new Set(['database', 'cache', 'document-store']);

/**
 * The parts with the workloads of one data store as one part: a primary with its replicas, the shards of a cluster, the routers
 * and config servers of MongoDB. Workloads belong together when they are in one namespace, run the same engine, and their names
 * differ in their place alone.
 */
export function withStoresJoined(found: readonly FoundPart[], commandOf: (found: FoundPart) => string): readonly FoundPart[] {
  const groups = new Map<string, PlacedPart[]>();
  for (const each of found) {
    if (!STORES.has(each.part.role.kind)) continue;
    const placed = placeOf(each, commandOf(each));
    const key = JSON.stringify([each.object?.namespace, each.part.role, placed.store]);
    groups.set(key, [...(groups.get(key) ?? []), placed]);
  }
  const joined = new Map<FoundPart, FoundPart | undefined>();
  for (const group of groups.values()) {
    const store = joinedStore(group);
    if (store === undefined) continue;
    for (const [index, { found: each }] of group.entries()) joined.set(each, index === 0 ? store : undefined);
  }
  return found.flatMap((each) => (joined.has(each) ? (joined.get(each) ?? []) : [each]));
}

function placeOf(found: FoundPart, command: string): PlacedPart {
  const name = found.object?.name ?? found.part.name;
  const isDocuments = found.part.role.kind === 'document-store';
  const [place, ending] = ENDINGS.find(([each, form]) => form.test(name) && (isDocuments || (each !== 'config' && each !== 'router'))) ?? [
    'primary',
    undefined,
  ];
  const store = ending === undefined ? name : name.replace(ending, '');
  if (isDocuments && /\bmongos\b/.test(command)) return { found, store, place: 'router' };
  if (isDocuments && /--configsvr\b/.test(command)) return { found, store, place: 'config' };
  return { found, store, place };
}

/** One part for all workloads of a store; undefined when they are not one store. */
function joinedStore(group: readonly PlacedPart[]): FoundPart | undefined {
  const at = (place: Place) => group.filter((each) => each.place === place).map(({ found }) => found);
  const [shards, primaries, replicas] = [at('shard'), at('primary'), at('replica')];
  const aside = [...at('config'), ...at('router')];
  const servers = shards.length > 0 ? shards : primaries;
  const [first] = servers;
  const isOne = shards.length > 0 ? primaries.length === 0 && replicas.length === 0 : primaries.length === 1;
  if (first === undefined || !isOne || (group.length === 1 && shards.length === 0)) return undefined;
  const store = group[0]?.store ?? first.part.name;
  const others = [...servers.slice(1), ...replicas];
  const all = group.map(({ found }) => found);
  return {
    part: {
      ...first.part,
      name: store,
      ...sumOfShards(servers, shards.length),
      instances: countOf(first.part, replicas),
      ports: all.flatMap(({ part }) => part.ports).filter(isFirst),
      unknown: all.flatMap(({ part }) => part.unknown),
      members: [...summed(all.flatMap(({ part }) => part.members ?? [])), ...aside.map(({ part }) => memberOf(part))],
      ...differences(first.part, others),
    },
    ...(first.object !== undefined && { object: first.object }),
    hosts: [...new Set(all.flatMap(({ hosts }) => hosts))],
    settings: all.flatMap(({ settings }) => settings),
    isOwnHost: (host) => all.some((each) => each.isOwnHost(host)),
    isReadHost: (host) => replicas.some((each) => each.isOwnHost(host)) && !servers.some((each) => each.isOwnHost(host)),
  };
}

/** A cache and the storage of a document store are sizes over all shards. */
function sumOfShards(servers: readonly FoundPart[], shards: number): Partial<Part> {
  const sum = (field: 'memoryGib' | 'storageGib') => {
    const amounts = servers.flatMap(({ part }) => part[field] ?? []);
    return amounts.length === servers.length ? Math.round(amounts.reduce((total, amount) => total + amount, 0) * 1000) / 1000 : undefined;
  };
  if (shards === 0) return {};
  const isCache = servers[0]?.part.role.kind === 'cache';
  const total = isCache ? sum('memoryGib') : sum('storageGib');
  if (isCache) return { shards, ...(total !== undefined && { memoryGib: total }) };
  return { shards, ...(total !== undefined && { storageGib: total }) };
}

function countOf({ instances }: Part, replicas: readonly FoundPart[]): Part['instances'] {
  const [min, max] = (['min', 'max'] as const).map((bound) =>
    replicas.reduce((total, { part }) => total + part.instances[bound], instances[bound]),
  );
  return { min: min ?? instances.min, max: max ?? instances.max };
}

/** Sizes of other servers that differ from those of the first one, as fields that are not read. */
function differences(first: Part, others: readonly FoundPart[]): Pick<Part, 'notRead'> {
  const fields = ['vcpu', 'memoryGib', 'storageGib'] as const;
  const differing = others.flatMap(({ part }) =>
    fields.filter((field) => part[field] !== first[field]).map((field) => `${field} ${part[field] ?? 'without a value'} of ${part.name}`),
  );
  const notRead = [...(first.notRead ?? []), ...differing];
  return notRead.length === 0 ? {} : { notRead };
}

function isFirst<T extends { readonly port: number; readonly protocol: string }>(port: T, index: number, all: readonly T[]): boolean {
  return all.findIndex((each) => each.port === port.port && each.protocol === port.protocol) === index;
}

/** Members with the same name and size as one, such as the exporters of all servers. */
function summed(members: readonly PartMember[]): readonly PartMember[] {
  const byMember = new Map<string, PartMember>();
  for (const member of members) {
    const key = JSON.stringify([member.name, member.vcpu, member.memoryGib]);
    byMember.set(key, { ...member, instances: member.instances + (byMember.get(key)?.instances ?? 0) });
  }
  return [...byMember.values()];
}
