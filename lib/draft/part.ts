import type { GpuCount } from './gpu-count';

/** The component that an image or a resource becomes in a definition. */
export type PartRole =
  | { readonly kind: 'service' }
  | { readonly kind: 'queue'; readonly isSqs?: boolean }
  | { readonly kind: 'database'; readonly engine: 'mysql' | 'mariadb' | 'postgres' }
  | { readonly kind: 'cache'; readonly engine: 'redis' | 'valkey' }
  | { readonly kind: 'document-store' | 'vector-store' | 'bucket' | 'proxy' }
  | { readonly kind: 'cdn'; readonly origin: string }
  | { readonly kind: 'pooler'; readonly isPgbouncer: boolean }
  | { readonly kind: 'omitted'; readonly reason: OmissionReason };

/** Why a part of the source is not in the definition. */
export type OmissionReason =
  | 'proxy'
  | 'pooler'
  | 'tool'
  | 'unsupported'
  | 'profile'
  | 'job'
  | 'no-replicas'
  | 'every-node'
  | 'batch'
  | 'unknown-kind'
  | 'nodes'
  | 'without-target'
  | 'unknown-type'
  | 'not-read'
  | 'access-logs';

/** A port of a part. */
export interface PartPort {
  /** Port number in the container. */
  readonly port: number;
  /** Transport protocol. */
  readonly protocol: 'tcp' | 'udp';
  /** Whether users reach it. */
  readonly isPublic: boolean;
  /** Whether it is the first choice among public ports, such as 80. */
  readonly isMain: boolean;
  /** Whether the source publishes it for programs on the host alone, such as a reverse proxy there. Default: false. */
  readonly isForHost?: boolean;
  /** Whether it is HTTP. Default: the source does not state it, so that the number of the port decides. */
  readonly isHttp?: boolean;
}

/** A value that only the environment of the source knows. */
export interface UnknownField {
  /** The field, as the source names it. */
  readonly field: string;
  /** The value as it is written. */
  readonly value: string;
}

/** Servers of the source that belong to a part and have no field in its component, such as a router in front of shards. */
export interface PartMember {
  /** Name in the source. */
  readonly name: string;
  /** Number of instances. */
  readonly instances: number;
  /** Number of vCPUs of one instance; absent when the source has none. */
  readonly vcpu?: number;
  /** Memory of one instance in GiB; absent when the source has none. */
  readonly memoryGib?: number;
}

/** One part of an existing system, from a source of any format. */
export interface Part {
  /** Name in the source. */
  readonly name: string;
  /** The component that it becomes. */
  readonly role: PartRole;
  /** Number of vCPUs of one instance; absent when the source has none. */
  readonly vcpu?: number;
  /** Memory of one instance in GiB; absent when the source has none. */
  readonly memoryGib?: number;
  /** Storage in GiB; absent when the source has none. */
  readonly storageGib?: number;
  /** Instance class or node type; absent when the source has none. */
  readonly instanceClass?: string;
  /** Number of instances. */
  readonly instances: { readonly min: number; readonly max: number };
  /** Ports. */
  readonly ports: readonly PartPort[];
  /** HTTP path of the health check; absent when the source has none. */
  readonly healthPath?: string;
  /** Names of the parts that it connects to. */
  readonly uses: readonly string[];
  /** Whether a proxy in front of the system leads to it. */
  readonly isBehindProxy: boolean;
  /** Whether a proxy outside the source, on its host, is assumed to lead to it. Default: false. */
  readonly isHostProxyAssumed?: boolean;
  /** GPUs that one instance reserves. */
  readonly gpus: GpuCount;
  /** Whether the source reads settings from files, which may name more connections. */
  readonly hasSettingsFile: boolean;
  /** Fields whose values are unknown. */
  readonly unknown: readonly UnknownField[];
  /** Field of the number of instances, where the source leaves it to the default of an operator. Default: the source sets it. */
  readonly unsetCount?: string;
  /** Whether the source cannot state the number of instances, so that one is assumed. Default: false. */
  readonly isCountUnstated?: boolean;
  /** Whether a standby runs in another zone. Default: false. */
  readonly hasStandby?: boolean;
  /** Number of shards. Default: the source has none. */
  readonly shards?: number;
  /** Fields of the source without a field in the definition. Default: none. */
  readonly notRead?: readonly string[];
  /** Servers that belong to it. Default: none. */
  readonly members?: readonly PartMember[];
  /** Connection pooler in front of a database. Default: none. */
  readonly pooler?: 'pgbouncer' | 'rds-proxy';
  /** Number of servers of a database that are assumed to be standbys, or 0 if all are assumed to be read; absent when the source states it or there is one server. */
  readonly assumedStandbys?: number;
  /** Name of the queue whose messages it processes. Default: the source does not state it. */
  readonly worksOn?: string;
  /** Names of the load balancers of the source that lead to it. Default: none. */
  readonly balancers?: readonly string[];
  /** Hosts outside the source that its settings name and that run a part of the system. Default: none. */
  readonly outsideHosts?: readonly string[];
  /** Whether it is read as a cache, although the source does not show that it holds no jobs. Default: false. */
  readonly isCacheAssumed?: boolean;
  /** Name of the nodes that it requires, the same for all parts with these nodes. Default: the source states none. */
  readonly nodes?: string;
  /** Whether it runs on Fargate. Default: false, or the source does not state it. */
  readonly isOnFargate?: boolean;
  /** Whether `vcpu` is the CPU request of a pod. Default: false. */
  readonly isVcpuRequested?: boolean;
}

/** A system that was read from its source. */
export interface ReadSource {
  /** Name of the system; absent when the source has none. */
  readonly name?: string;
  /** Its parts, in the order of the source. */
  readonly parts: readonly Part[];
}
