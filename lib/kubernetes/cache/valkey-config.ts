/** Folders of Valkey and Redis in a container. */
export const VALKEY_FOLDERS = {
  /** Mount path of the ConfigMap. */
  config: '/etc/valkey',
  /** Mount path of the persistent volume. */
  data: '/data',
  /** In-memory folder for the configuration with the password. */
  run: '/run/valkey',
  /** Mount path of the Secret with the password. */
  secret: '/run/secrets/valkey',
} as const;

/** Settings of a server that differ between caches and queues. */
export interface ValkeySettings {
  /** Port for clients. */
  readonly port: number;
  /** Memory for data. The rest of the container's memory is for copy-on-write and buffers. */
  readonly maxmemoryMib: number;
  /** Memory of the container that is not for data. */
  readonly headroomMib: number;
  /** `volatile-lru` for a cache: evicts keys that have a TTL. `noeviction` for a queue: refuses writes when memory is full. */
  readonly maxmemoryPolicy: 'volatile-lru' | 'noeviction';
  /** When the append-only file is flushed. `everysec`: a crash loses up to 1 s of writes. `always`: it loses none. */
  readonly appendfsync: 'everysec' | 'always';
  /** Whether the server is a node of a cluster. */
  readonly cluster: boolean;
}

/**
 * Time after which a node that does not answer is considered failed; a failover takes about twice as long. The default of
 * 15,000 ms is for networks between data centers.
 */
const NODE_TIMEOUT_MS = 5_000;

/** Share of the headroom for the replication backlog: a replica that missed more needs a full copy. */
const BACKLOG_SHARE_OF_HEADROOM = 0.25;

/** Share of the headroom for the output buffer of a replica: a slower replica is disconnected and copied again. */
const REPLICA_BUFFER_SHARE_OF_HEADROOM = 0.5;

/**
 * The `server.conf` of one server. The entrypoint adds the password and the address of the pod. Redis 7.0 and Valkey 8
 * support every line.
 */
export function valkeyConfig(settings: ValkeySettings): string {
  const share = (part: number): string => `${Math.max(1, Math.floor(settings.headroomMib * part))}mb`;
  const replicaBuffer = share(REPLICA_BUFFER_SHARE_OF_HEADROOM);
  const lines = [
    'bind * -::*',
    `port ${settings.port}`,
    `dir ${VALKEY_FOLDERS.data}`,
    'tcp-keepalive 60',
    '',
    '# Every write is appended to a log. Snapshots are made only for backups.',
    'appendonly yes',
    `appendfsync ${settings.appendfsync}`,
    'save ""',
    '',
    `maxmemory ${settings.maxmemoryMib}mb`,
    `maxmemory-policy ${settings.maxmemoryPolicy}`,
    'maxmemory-clients 10%',
    `client-output-buffer-limit replica ${replicaBuffer} ${replicaBuffer} 60`,
    `repl-backlog-size ${share(BACKLOG_SHARE_OF_HEADROOM)}`,
    ...(settings.cluster ? clusterLines() : []),
  ];
  return `${lines.join('\n')}\n`;
}

function clusterLines(): string[] {
  return [
    '',
    '# Starts a full copy at once instead of after 5 s: a replica without data cannot take over.',
    'repl-diskless-sync-delay 0',
    'cluster-enabled yes',
    'cluster-config-file nodes.conf',
    `cluster-node-timeout ${NODE_TIMEOUT_MS}`,
    '# When a shard is lost, the other shards stay available.',
    'cluster-require-full-coverage no',
    '# Replicas stay in their shard, whose pods run on different nodes.',
    'cluster-allow-replica-migration no',
  ];
}
