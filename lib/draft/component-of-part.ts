import type { ComponentInput } from '../model/inputs';
import type { GpuModel } from '../model/options';
import type { ServicePort } from '../model/service';
import type { DraftNote, PartSize } from './draft-note';
import { definedPorts, type Entry, isHttp } from './entry';
import type { Part, PartPort, PartRole } from './part';

/** A component with the notes about it. */
export interface DraftedComponent {
  /** The component. */
  readonly component: ComponentInput;
  /** Notes, in the order in which they are written. */
  readonly notes: readonly DraftNote[];
}

/** The other parts of the system that a component refers to. */
export interface PartContext {
  /** Parts that become components. */
  readonly parts: readonly Part[];
  /** Their ids by their names. */
  readonly ids: ReadonlyMap<string, string>;
  /** The services that users reach. */
  readonly entries: readonly Entry[];
}

/** Sizes where the source has none: examples to be changed. */
const SERVICE = { vcpu: 0.5, memoryGib: 1 };
const DATABASE = { vcpu: 2, memoryGib: 4 };
const DOCUMENT_STORE = { vcpu: 2, memoryGib: 16 };
const VECTOR_STORE = { vcpu: 1, memoryGib: 4 };
const CACHE_GIB = 1;
const STORAGE_GIB = 20;
/** Least storage of a database: that of RDS. */
const LEAST_STORAGE_GIB = 20;
/** GPU model where a service reserves GPUs, because no source states it: the one that most regions sell at the lowest price. */
export const ASSUMED_GPU: GpuModel = 't4';
/**
 * Cores that every burstable class provides without credits: 2 vCPUs with a baseline of 10% of t4g.micro. Source: Amazon EC2 user guide,
 * "Key concepts for burstable performance instances".
 */
const BURSTABLE_VCPU = 0.2;
/** Connections of one instance where the source has no pool. */
const POOL = 10;

/** The component of a part. Notes state every value that the source does not have. */
export function componentOf(part: Part, context: PartContext): DraftedComponent {
  const id = context.ids.get(part.name) ?? part.name;
  const { component, notes } = sized(part, id, context);
  return {
    component,
    notes: [
      ...(id === part.name ? [] : [{ kind: 'renamed', component: id, name: part.name } as const]),
      ...notes,
      ...(part.hasSettingsFile && component.kind === 'service' ? [{ kind: 'settings-not-read', component: id } as const] : []),
      ...(part.notRead === undefined ? [] : [{ kind: 'not-read', component: id, fields: part.notRead } as const]),
      ...(part.unsetCount === undefined ? [] : [{ kind: 'count-assumed', component: id, field: part.unsetCount } as const]),
      ...sizesWithoutField(part, id),
      ...(part.members === undefined || part.members.length === 0
        ? []
        : [{ kind: 'members', component: id, members: part.members } as const]),
      ...replicationNotes(part, id),
      ...(part.pooler === 'pgbouncer' ? [{ kind: 'pooler-as-proxy', component: id } as const] : []),
      ...(part.outsideHosts === undefined || part.outsideHosts.length === 0
        ? []
        : [{ kind: 'outside-hosts', component: id, hosts: part.outsideHosts } as const]),
      ...(part.isCacheAssumed ? [{ kind: 'cache-assumed', component: id } as const] : []),
      ...(part.isCountUnstated ? [{ kind: 'instances-assumed', component: id } as const] : []),
      ...part.unknown.map(({ field, value }) => ({ kind: 'value-unknown', component: id, field, value }) as const),
    ],
  };
}

function sized(part: Part, id: string, context: PartContext): DraftedComponent {
  const { role } = part;
  const storageGib = Math.ceil(part.storageGib ?? STORAGE_GIB);
  const chosen = part.instanceClass === undefined ? {} : { instanceClass: part.instanceClass };
  switch (role.kind) {
    case 'database':
      return {
        component: {
          kind: 'database',
          engine: role.engine,
          ...sizeOf(part, DATABASE),
          storageGib: Math.max(LEAST_STORAGE_GIB, storageGib),
          ...(readReplicasOf(part) > 0 && { readReplicas: readReplicasOf(part) }),
          ...((part.hasStandby || (part.assumedStandbys ?? 0) > 0) && { multiAz: true }),
          ...(part.pooler !== undefined && { pooler: 'rds-proxy' as const }),
          ...chosen,
          ...burstableOf(part),
        },
        notes: [...assumed(part, id, ['vcpu', 'memoryGib', 'storageGib']), ...burstableNotes(part, id)],
      };
    case 'cache':
      return {
        component: {
          kind: 'cache',
          engine: role.engine,
          topology: part.shards !== undefined ? 'cluster' : part.instances.min > 1 ? 'replicated' : 'single',
          memoryGib: part.memoryGib ?? CACHE_GIB,
          ...(part.shards !== undefined && { shards: part.shards }),
          replicasPerShard: part.instances.min - 1,
          ...(part.instanceClass !== undefined && { nodeType: part.instanceClass }),
          ...burstableOf(part),
        },
        notes: [...assumed(part, id, ['memoryGib']), ...burstableNotes(part, id)],
      };
    case 'document-store':
      return {
        component: {
          kind: 'document-store',
          ...sizeOf(part, DOCUMENT_STORE),
          storageGib,
          ...(part.shards !== undefined && part.shards > 1 && { shards: part.shards }),
          replicasPerShard: part.instances.min - 1,
          ...chosen,
        },
        notes: assumed(part, id, ['vcpu', 'memoryGib', 'storageGib']),
      };
    case 'vector-store': {
      const [port] = part.ports;
      return {
        component: { kind: 'vector-store', ...sizeOf(part, VECTOR_STORE), storageGib, ...(port !== undefined && { port: port.port }) },
        notes: assumed(part, id, ['vcpu', 'memoryGib', 'storageGib']),
      };
    }
    case 'queue':
      return {
        component: { kind: 'queue' },
        notes: [...(role.isSqs ? [] : [{ kind: 'broker-as-queue', component: id } as const]), { kind: 'messages-unknown', component: id }],
      };
    case 'bucket':
      return { component: { kind: 'bucket', storageGib }, notes: assumed(part, id, ['storageGib']) };
    case 'cdn':
      return {
        component: { kind: 'cdn', origin: context.ids.get(role.origin) ?? role.origin },
        notes: [{ kind: 'offload-assumed', component: id }],
      };
    default:
      return serviceOf(part, id, context);
  }
}

function serviceOf(part: Part, id: string, { parts, ids, entries }: PartContext): DraftedComponent {
  const named = parts.filter(({ name }) => name !== part.name && part.uses.includes(name));
  // A service may start after another one, such as a worker, without a connection to it.
  const unreachable = named.filter(({ role, ports: open }) => role.kind === 'service' && open.length === 0);
  const used = named.filter((each) => !unreachable.includes(each));
  const usesDatabase = used.some(({ role }) => role.kind === 'database');
  const entry = entries.find(({ target }) => target === part);
  const isEntry = entry !== undefined;
  const ports = definedPorts(part, isEntry);
  const hidden = part.ports.filter((port) => isEntry && !port.isPublic && !ports.includes(port)).map(({ port }) => port);
  const queue =
    parts.find(({ name, role }) => role.kind === 'queue' && name === part.worksOn) ??
    (ports.length > 0 ? undefined : used.find(({ role }) => role.kind === 'queue'));
  const worksOn = queue === undefined ? undefined : (ids.get(queue.name) ?? queue.name);
  const defined = componentPorts(ports);
  const http = defined.filter(({ protocol }) => protocol === 'http').map(({ port }) => port);
  const assumedHttp = http.filter((number) => ports.some(({ port, isHttp: stated }) => port === number && stated === undefined));
  const uses = used.flatMap(({ name }) => ids.get(name) ?? []);
  return {
    component: {
      kind: 'service',
      instances: part.instances,
      ...sizeOf(part, SERVICE),
      ...(ports.length > 0 && {
        ports: defined,
      }),
      ...(part.healthPath !== undefined && http.length > 0 && { healthPath: part.healthPath }),
      ...(usesDatabase && { databasePool: POOL }),
      ...(part.gpus !== 0 && { gpus: part.gpus === 'unknown' ? 1 : part.gpus }),
      ...(uses.length > 0 && { uses }),
      ...(worksOn !== undefined && { worksOn }),
    },
    notes: [
      ...assumed(part, id, ['vcpu', 'memoryGib']),
      ...(part.gpus === 0 ? [] : [{ kind: 'gpu-model-assumed', component: id, model: ASSUMED_GPU } as const]),
      ...(part.gpus === 'unknown' ? [{ kind: 'gpus-assumed', component: id } as const] : []),
      ...(assumedHttp.length > 0 ? [{ kind: 'http-assumed', component: id, ports: assumedHttp } as const] : []),
      ...(entry?.type === 'application' && part.healthPath === undefined ? [{ kind: 'health-path-missing', component: id } as const] : []),
      ...(unreachable.length > 0
        ? [{ kind: 'uses-omitted', component: id, services: unreachable.map(({ name }) => ids.get(name) ?? name) } as const]
        : []),
      ...(hidden.length > 0 ? [{ kind: 'ports-omitted', component: id, ports: hidden } as const] : []),
      ...(usesDatabase ? [{ kind: 'connections-assumed', component: id } as const] : []),
      ...(queue !== undefined
        ? []
        : used
            .filter(({ role }) => role.kind === 'queue')
            .map(({ name }) => ({ kind: 'consumer-unknown', component: id, queue: ids.get(name) ?? name }) as const)),
      ...(worksOn === undefined || queue?.name === part.worksOn
        ? []
        : [{ kind: 'consumer-assumed', component: id, queue: worksOn } as const]),
    ],
  };
}

/** A source that states no processor time, or little, is no reason for a class that provides all of it continuously. */
function burstableOf({ instanceClass, vcpu = 0 }: Part): { readonly burstable?: true } {
  return instanceClass === undefined && vcpu <= BURSTABLE_VCPU ? { burstable: true } : {};
}

function burstableNotes(part: Part, component: string): DraftNote[] {
  return burstableOf(part).burstable === undefined ? [] : [{ kind: 'burstable-assumed', component, vcpu: part.vcpu ?? 0 }];
}

function readReplicasOf({ instances, assumedStandbys = 0 }: Part): number {
  return Math.max(0, instances.min - 1 - assumedStandbys);
}

function replicationNotes(part: Part, component: string): DraftNote[] {
  if (part.assumedStandbys === undefined) return [];
  const servers = part.instances.min;
  return [{ kind: 'replication-assumed', component, servers, readReplicas: readReplicasOf(part), isStandby: part.assumedStandbys > 0 }];
}

/** Ports by number: one that is both TCP and UDP is one port. */
function componentPorts(ports: readonly PartPort[]): readonly ServicePort[] {
  return ports.flatMap((each, index): readonly ServicePort[] => {
    const same = ports.filter(({ port }) => port === each.port);
    if (ports.findIndex(({ port }) => port === each.port) < index) return [];
    const isBoth = new Set(same.map(({ protocol }) => protocol)).size > 1;
    return [{ port: each.port, protocol: isBoth ? 'tcp-udp' : isHttp(each) ? 'http' : each.protocol }];
  });
}

/** Sizes that the component of each kind has a field for. */
const FIELDS: Readonly<Partial<Record<PartRole['kind'], readonly (keyof PartSize)[]>>> = {
  service: ['instances', 'vcpu', 'memoryGib'],
  database: ['instances', 'vcpu', 'memoryGib', 'storageGib'],
  cache: ['instances', 'memoryGib'],
  'document-store': ['instances', 'vcpu', 'memoryGib', 'storageGib'],
  'vector-store': ['vcpu', 'memoryGib', 'storageGib'],
  queue: [],
  bucket: ['storageGib'],
};

function sizesWithoutField(part: Part, component: string): DraftNote[] {
  const fields = FIELDS[part.role.kind];
  if (fields === undefined || part.instanceClass !== undefined) return [];
  const { min, max } = part.instances;
  const size: PartSize = {
    ...((fields.includes('instances') ? part.role.kind !== 'service' && max > min : max > 1) && { instances: part.instances }),
    ...(part.vcpu !== undefined && !fields.includes('vcpu') && { vcpu: part.vcpu }),
    ...(part.memoryGib !== undefined && !fields.includes('memoryGib') && { memoryGib: part.memoryGib }),
    ...(part.storageGib !== undefined && !fields.includes('storageGib') && { storageGib: part.storageGib }),
  };
  return Object.keys(size).length === 0 ? [] : [{ kind: 'size-without-field', component, size }];
}

function sizeOf({ vcpu, memoryGib }: Part, example: { readonly vcpu: number; readonly memoryGib: number }) {
  return { vcpu: vcpu ?? example.vcpu, memoryGib: memoryGib ?? example.memoryGib };
}

function assumed(part: Part, component: string, fields: readonly ('vcpu' | 'memoryGib' | 'storageGib')[]): DraftNote[] {
  const missing = fields.filter((field) => part[field] === undefined);
  return missing.length === 0 ? [] : [{ kind: 'size-assumed', component, fields: missing }];
}
